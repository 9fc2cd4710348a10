{{- define "tradewind-aws.name" -}}
{{ printf "%s-%s" .root.Values.prefix .name }}
{{- end }}

{{- define "tradewind-aws.arn" -}}
{{ printf "arn:%s:%s:%s:%s:%s" .root.Values.partition .service .root.Values.region .root.Values.accountId .name }}
{{- end }}

{{- define "tradewind-aws.metadata" -}}
name: {{ .name }}
labels:
  app.kubernetes.io/name: {{ .name }}
  app.kubernetes.io/part-of: tradewind
  app.kubernetes.io/component: {{ .service }}
  app.kubernetes.io/managed-by: {{ .root.Release.Service }}
annotations:
  services.k8s.aws/region: {{ .root.Values.region }}
  services.k8s.aws/deletion-policy: {{ .deletionPolicy | default "retain" }}
{{- end }}

{{- define "tradewind-aws.tag-list" -}}
{{- range $key, $value := . }}
- key: {{ $key | quote }}
  value: {{ $value | quote }}
{{- end }}
{{- end }}
