/** A form in which a key, or a call with it, is handed on to another tool. */
export type CopyForm =
  | "raw"
  | "header"
  | "curl"
  | "powershell"
  | "python"
  | "env"
  | "postman"
  | "terraform";

export interface ApiCall {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below `/v1`, ids encoded, such as `/partner/77aa…/usage?from=2027-01-01&to=2027-01-31`. */
  path: string;
}

/** The name every form gives the key, where the key itself is left out. */
const KEY_VARIABLE = "ICMC_API_KEY";

/**
 * Text for another tool. Without `token` the key is a variable of that tool, so the text may be
 * pasted anywhere; with it the text is as secret as the key.
 *
 * @param token - A JWT: only letters, digits, `-`, `_` and `.`, so no form has to escape it.
 * @throws RangeError for anything else, since it would break out of the quotes around it.
 */
export function copyAs(
  form: CopyForm,
  { apiHost, call, token }: { apiHost: string; call: ApiCall; token: string | null },
): string {
  if (token !== null && !/^[\w.-]+$/.test(token)) throw new RangeError("not a token");
  if (!/^\/[\w./%?=&~-]*$/.test(call.path)) throw new RangeError("not a path");
  const url = `https://${apiHost}/v1${call.path}`;
  const { method } = call;
  switch (form) {
    case "raw":
      return token ?? `$${KEY_VARIABLE}`;
    case "header":
      return `Authorization: Bearer ${token ?? `$${KEY_VARIABLE}`}`;
    case "curl":
      return [
        ...(token === null ? [] : [`${KEY_VARIABLE}='${token}'`]),
        `curl --fail-with-body${method === "GET" ? "" : ` --request ${method}`} \\`,
        `  --header "Authorization: Bearer $${KEY_VARIABLE}" \\`,
        `  '${url}'`,
      ].join("\n");
    case "powershell":
      return [
        ...(token === null ? [] : [`$env:${KEY_VARIABLE} = '${token}'`]),
        `Invoke-RestMethod -Method ${method} -Uri '${url}' \``,
        `  -Headers @{ Authorization = "Bearer $env:${KEY_VARIABLE}" }`,
      ].join("\n");
    case "python":
      return [
        ...(token === null ? ["import os", ""] : []),
        "import json",
        "import urllib.request",
        "",
        `api_key = ${token === null ? `os.environ["${KEY_VARIABLE}"]` : `"${token}"`}`,
        "request = urllib.request.Request(",
        `    "${url}",`,
        `    method="${method}",`,
        '    headers={"Authorization": f"Bearer {api_key}"},',
        ")",
        "with urllib.request.urlopen(request, timeout=15) as response:",
        "    print(json.dumps(json.load(response), indent=2))",
      ].join("\n");
    case "env":
      return [`${KEY_VARIABLE}=${token ?? ""}`, `ICMC_API_URL=https://${apiHost}/v1`].join("\n");
    case "postman":
      return JSON.stringify(
        {
          name: "ICMC",
          values: [
            { key: "icmc_api_url", value: `https://${apiHost}/v1`, type: "default", enabled: true },
            { key: "icmc_api_key", value: token ?? "", type: "secret", enabled: true },
          ],
          _postman_variable_scope: "environment",
        },
        null,
        2,
      );
    case "terraform":
      return [
        'variable "icmc_api_key" {',
        "  type      = string",
        "  sensitive = true",
        ...(token === null ? [] : [`  default   = "${token}"`]),
        "}",
      ].join("\n");
  }
}
