#!/usr/bin/env bash
# Packs the project, installs the package on its own, and builds a site of one article with it.
set -euo pipefail
cd "$(dirname "$0")/.."

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

npm pack --silent --pack-destination "$work" >"$work/packed"
npm install --global --prefix "$work/global" --no-audit --no-fund --loglevel=error "$work"/*.tgz

mkdir -p "$work/site/content/tin-tuc"
cat >"$work/site/content/tin-tuc/tin-dau-tien.md" <<'ARTICLE'
---
tiêu đề: Tin đầu tiên
thời gian: 10:19 22/5/2024
chuyên mục: Tin tức
---

Nội dung của tin đầu tiên.
ARTICLE

page="$work/site/dist/tin-tuc/2024/tin-dau-tien/index.html"
(cd "$work/site" && "$work/global/bin/dongha-site" build)
grep --quiet 'Nội dung của tin đầu tiên' "$page"
echo "check-package: $(tail -n 1 "$work/packed") installs, and builds a site."
