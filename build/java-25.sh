# Sourced by the launcher and the build: sets JAVA_HOME to a JDK 25 or later, or says what to install.

java_feature_version() {
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}

find_java_25() {
  local candidate best="" version
  local on_path
  on_path=$(command -v java || true)
  [ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/java/* /opt/jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$candidate" ] && [ -x "$candidate/bin/javac" ] || continue
    version=$(java_feature_version "$candidate")
    if [ -n "$version" ] && [ "$version" -ge 25 ]; then
      best=$candidate
      break
    fi
  done
  if [ -z "$best" ]; then
    echo "paperflow: needs a JDK 25: install one (https://adoptium.net, Debian package temurin-25-jdk) or set JAVA_HOME to it" >&2
    return 1
  fi
  export JAVA_HOME=$best
}
