package org.comity.intelligence.stix;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.comity.procedure.form.Identifier;
import org.comity.proof.form.CanonicalJson;

/**
 * One typed identifier as a cyber-observable object of STIX.
 *
 * @param type of the object, e.g. {@code ipv4-addr}
 * @param path of the property in a pattern
 * @param said the properties that make its id
 */
record TypedObservable(String type, String path, String value, Map<String, Object> said) {

    private static final Pattern DOMAIN =
            Pattern.compile("(?i)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?[.]){1,9}([a-z][a-z0-9-]{0,61}[a-z0-9])");

    /** Ends of names of files that look like those of domains. */
    private static final Set<String> FILES = Set.of(
            "apk", "bat", "bin", "csv", "dll", "doc", "docx", "exe", "gif", "gz", "htm", "html", "iso", "jar", "jpeg",
            "jpg", "js", "lnk", "msi", "pdf", "php", "png", "ps1", "rar", "rtf", "tar", "txt", "vbs", "xls", "xlsx",
            "xml");

    private static final Pattern MAC = Pattern.compile("(?i)(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}");
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]+");
    private static final Map<Integer, String> HASHES = Map.of(32, "MD5", 40, "SHA-1", 64, "SHA-256", 128, "SHA-512");

    /** Empty where STIX has no object of that kind: a telephone, a wallet, an account in words. */
    static Optional<TypedObservable> of(Identifier identifier) {
        var value = identifier.value().strip();
        return switch (identifier.kind()) {
            case IP ->
                Optional.of(valued(value.contains(":") ? "ipv6-addr" : "ipv4-addr", value.toLowerCase(Locale.ROOT)));
            case MAIL -> Optional.of(valued("email-addr", value));
            case URL -> Optional.of(valued("url", value));
            case DEVICE ->
                MAC.matcher(value).matches()
                        ? Optional.of(valued(
                                "mac-addr", value.toLowerCase(Locale.ROOT).replace('-', ':')))
                        : Optional.empty();
            case OTHER -> other(value);
            case PHONE, WALLET -> Optional.empty();
        };
    }

    private static Optional<TypedObservable> other(String value) {
        var algorithm = HASHES.get(value.length());
        if (algorithm != null && HEX.matcher(value).matches()) {
            var hash = value.toLowerCase(Locale.ROOT);
            return Optional.of(new TypedObservable(
                    "file", "hashes.'" + algorithm + "'", hash, Map.of("hashes", Map.of(algorithm, hash))));
        }
        var domain = DOMAIN.matcher(value);
        boolean named = value.length() <= 253
                && domain.matches()
                && !FILES.contains(domain.group(1).toLowerCase(Locale.ROOT));
        return named ? Optional.of(valued("domain-name", value.toLowerCase(Locale.ROOT))) : Optional.empty();
    }

    private static TypedObservable valued(String type, String value) {
        return new TypedObservable(type, "value", value, Map.of("value", value));
    }

    String id() {
        return type + "--" + NamedUuid.of(NamedUuid.OBSERVABLES, new String(CanonicalJson.write(said), UTF_8));
    }

    String pattern() {
        return "[%s:%s = '%s']"
                .formatted(type, path, value.replace("\\", "\\\\").replace("'", "\\'"));
    }

    Map<String, Object> object() {
        var object = new LinkedHashMap<String, Object>();
        object.put("type", type);
        object.put("spec_version", "2.1");
        object.put("id", id());
        object.putAll(said);
        return object;
    }
}
