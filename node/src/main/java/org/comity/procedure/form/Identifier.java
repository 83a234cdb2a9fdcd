package org.comity.procedure.form;

import java.net.InetAddress;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One account, address or device of which data are to be kept.
 *
 * @param value as it is searched for
 * @param time for an IP address, when it was used, as written; may belong to someone else an hour later
 * @param zone of that time, e.g. {@code UTC}, {@code +02:00}, {@code Europe/Lisbon}; empty if it was not said
 */
public record Identifier(Kind kind, String value, String time, String zone) {

    public enum Kind {
        MAIL,
        PHONE,
        IP,
        URL,
        WALLET,
        DEVICE,
        OTHER;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Pattern IP_LINE = Pattern.compile(
            "(\\S+)[\\s,;]+(?:(\\d{4}-\\d{2}-\\d{2})[T\\s])?(\\d{2}:\\d{2}(?::\\d{2})?)\\s*(Z|UTC|[+-]\\d{2}:?\\d{2}|[A-Z][A-Za-z]+/[A-Za-z_/]+)?");
    private static final Pattern DAYLESS = Pattern.compile("\\d{2}:\\d{2}(?::\\d{2})?");
    private static final Pattern MAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,190}\\.[^\\s@.]{2,}");
    private static final Pattern PHONE = Pattern.compile("\\+[0-9][0-9 ().-]{5,24}");
    private static final Pattern WEB = Pattern.compile("(?i)https?://\\S{3,}");
    private static final Pattern WALLET = Pattern.compile(
            "bc1[a-z0-9]{20,80}|[13][1-9A-HJ-NP-Za-km-z]{25,39}|0x[0-9a-fA-F]{40}|T[1-9A-HJ-NP-Za-km-z]{33}");
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(?:imei[: ]*)?\\d{15}|(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}");

    /** What one line of the form says; an unrecognised line is kept as {@link Kind#OTHER}. */
    public static Identifier parse(String line) {
        var text = line.strip();
        var withTime = IP_LINE.matcher(text);
        if (withTime.matches() && isIp(withTime.group(1))) {
            var zone = withTime.group(4);
            return new Identifier(
                    Kind.IP,
                    withTime.group(1),
                    withTime.group(2) == null ? withTime.group(3) : withTime.group(2) + "T" + withTime.group(3),
                    zone == null ? "" : zone.equals("Z") ? "UTC" : zone);
        }
        return new Identifier(kindOf(text), text, "", "");
    }

    public static List<Identifier> parseAll(String lines) {
        return lines.lines()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .limit(200)
                .map(Identifier::parse)
                .toList();
    }

    private static Kind kindOf(String text) {
        if (isIp(text)) return Kind.IP;
        if (MAIL.matcher(text).matches()) return Kind.MAIL;
        if (PHONE.matcher(text).matches()) return Kind.PHONE;
        if (WEB.matcher(text).matches()) return Kind.URL;
        if (WALLET.matcher(text).matches()) return Kind.WALLET;
        if (DEVICE.matcher(text).matches()) return Kind.DEVICE;
        return Kind.OTHER;
    }

    private static boolean isIp(String text) {
        boolean likeV4 = text.matches("[0-9]{1,3}([.][0-9]{1,3}){3}");
        boolean likeV6 = text.matches("[0-9A-Fa-f:.]{2,45}") && text.contains(":");
        try {
            return (likeV4 || likeV6) && InetAddress.ofLiteral(text) != null;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    /** What a line that is none of the kinds was probably meant to be: it can be sent as it stands, and may be a slip. */
    public Optional<Kind> meant() {
        if (kind != Kind.OTHER) return Optional.empty();
        var first = value.split("[\\s,;]", 2)[0];
        if (first.matches("[0-9]{1,5}([.][0-9]{1,5}){3}")
                || first.matches("(?i)[0-9a-f]{0,5}(:[0-9a-f.]{0,15}){2,9}")) {
            return Optional.of(Kind.IP);
        }
        if (value.contains("@")) return Optional.of(Kind.MAIL);
        if (value.matches("\\+[\\p{L}0-9 ().-]*[0-9][\\p{L}0-9 ().-]*")) return Optional.of(Kind.PHONE);
        if (value.matches("(?i)https?:.*|hxxps?:.*")) return Optional.of(Kind.URL);
        if (value.matches("(?i)imei\\b.*|[0-9]{14,16}")) return Optional.of(Kind.DEVICE);
        return Optional.empty();
    }

    /** An IP address without the time and zone of its use points at nobody in particular. */
    public boolean lacksTime() {
        return kind == Kind.IP && time.isEmpty();
    }

    public boolean lacksZone() {
        return kind == Kind.IP && !time.isEmpty() && there().isEmpty();
    }

    /** An hour, and nobody said of which day. */
    public boolean lacksDay() {
        return kind == Kind.IP && DAYLESS.matcher(time).matches();
    }

    /** No calendar has that day, or no clock that hour. */
    public boolean impossibleTime() {
        return kind == Kind.IP && !time.isEmpty() && !lacksDay() && local().isEmpty();
    }

    /** When it was used; empty unless day, hour and zone are known. */
    public Optional<Instant> used() {
        return local().flatMap(at -> there().map(it -> at.atZone(it).toInstant()));
    }

    private Optional<LocalDateTime> local() {
        try {
            return Optional.of(LocalDateTime.parse(time, DateTimeFormatter.ISO_LOCAL_DATE_TIME));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private Optional<ZoneId> there() {
        try {
            return Optional.of(ZoneId.of(zone));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    /** As it is typed and read. */
    public String line() {
        return time.isEmpty() ? value : (value + " " + time.replace('T', ' ') + " " + zone).strip();
    }

    public Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("kind", kind.word());
        json.put("value", value);
        json.put("time", time);
        json.put("zone", zone);
        return json;
    }

    /** Those that a body holds, under whatever keys and however deep, in its order. */
    public static List<Identifier> allIn(@Nullable Object body) {
        return switch (body) {
            case Map<?, ?> map
            when map.get("kind") instanceof String && map.get("value") instanceof String value ->
                value.isBlank() ? List.of() : List.of(of(named(map)));
            case Map<?, ?> map ->
                map.values().stream().flatMap(it -> allIn(it).stream()).toList();
            case List<?> list -> list.stream().flatMap(it -> allIn(it).stream()).toList();
            case null, default -> List.of();
        };
    }

    private static Map<String, Object> named(Map<?, ?> map) {
        var named = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> named.put(String.valueOf(key), value));
        return named;
    }

    public static Identifier of(Map<String, Object> json) {
        var read = new BodyFields(json);
        Kind kind;
        try {
            kind = Kind.valueOf(read.text("kind").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            kind = Kind.OTHER;
        }
        return new Identifier(kind, read.text("value"), read.text("time"), read.text("zone"));
    }
}
