package org.comity.intelligence.stix;

import java.util.Locale;
import java.util.Map;

/** Names what a value in an indicator is: an address, a file's hash, an account. */
public enum IndicatorKind {
    IP,
    DOMAIN,
    URL,
    MAIL,
    HASH,
    FILE_NAME,
    ACCOUNT,
    DEVICE,
    NETWORK,
    REGISTRY,
    MUTEX,
    CERTIFICATE,
    SUBJECT,
    OTHER;

    private static final Map<String, IndicatorKind> OF = Map.ofEntries(
            Map.entry("ipv4-addr:value", IP),
            Map.entry("ipv6-addr:value", IP),
            Map.entry("network-traffic:src_ref.value", IP),
            Map.entry("network-traffic:dst_ref.value", IP),
            Map.entry("domain-name:value", DOMAIN),
            Map.entry("url:value", URL),
            Map.entry("email-addr:value", MAIL),
            Map.entry("email-message:from_ref.value", MAIL),
            Map.entry("email-message:sender_ref.value", MAIL),
            Map.entry("email-message:subject", SUBJECT),
            Map.entry("file:name", FILE_NAME),
            Map.entry("user-account:user_id", ACCOUNT),
            Map.entry("user-account:account_login", ACCOUNT),
            Map.entry("user-account:display_name", ACCOUNT),
            Map.entry("mac-addr:value", DEVICE),
            Map.entry("autonomous-system:number", NETWORK),
            Map.entry("windows-registry-key:key", REGISTRY),
            Map.entry("mutex:name", MUTEX),
            Map.entry("x509-certificate:serial_number", CERTIFICATE));

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * @param type of the object
     * @param property path of the property, without quotes, e.g. {@code hashes.SHA-256}
     */
    static NamedValue named(String type, String property, String value) {
        if (property.startsWith("hashes.") && type.equals("file")) {
            return new NamedValue(HASH, algorithm(property), value);
        }
        if (property.startsWith("hashes.") && type.equals("x509-certificate")) {
            return new NamedValue(CERTIFICATE, algorithm(property), value);
        }
        var kind = OF.getOrDefault(type + ":" + property, OTHER);
        return new NamedValue(kind, kind == OTHER ? type + ":" + property : "", value);
    }

    private static String algorithm(String property) {
        return property.substring(property.indexOf('.') + 1).toUpperCase(Locale.ROOT);
    }

    /**
     * One value that an indicator names.
     *
     * @param detail algorithm of a hash, path of what has no word of its own; else empty
     */
    public record NamedValue(IndicatorKind kind, String detail, String value) {}
}
