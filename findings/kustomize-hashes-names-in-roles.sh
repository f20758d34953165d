#!/usr/bin/env bash
# A Role that may patch two autoscalers names them under resourceNames. kustomize adds a hash to the names of Secrets it
# generates and to what refers to them; one would guess that a rule about horizontalpodautoscalers refers to no Secret.
# kustomize takes any resourceNames entry that equals a generated Secret's name for that Secret's and hashes it, whatever
# resources the rule is about. Nothing warns: the Role is valid, and the first patch at night is answered 403.
# It hurts whoever calls Secret, Deployment and autoscaler alike, as one does where each process has one of each.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
printf 'module k\n\ngo 1.25.0\n\nrequire sigs.k8s.io/kustomize/kustomize/v5 v5.8.1\n' > go.mod
CGO_ENABLED=0 GOFLAGS=-mod=mod go build -o kustomize sigs.k8s.io/kustomize/kustomize/v5
mkdir city
cat > city/kustomization.yaml <<'EOF'
resources: [role.yaml]
secretGenerator: [{name: door, literals: [KEY=x]}]
EOF
cat > city/role.yaml <<'EOF'
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: rush}
rules:
  - apiGroups: [autoscaling]
    resources: [horizontalpodautoscalers]
    resourceNames: [door]
    verbs: [patch]
EOF
./kustomize build city | tee rendered.yaml
if grep -q 'door-[0-9a-z]*$' <(sed -n '/resourceNames/,/verbs/p' rendered.yaml); then
  echo 'The autoscaler "door" is named as the Secret is, with its hash.'
else
  echo 'Changed: the name of the autoscaler is left as it was written.'
  exit 1
fi
