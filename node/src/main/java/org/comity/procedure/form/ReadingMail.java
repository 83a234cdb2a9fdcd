package org.comity.procedure.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.comity.vocabulary.CutText;
import org.jspecify.annotations.Nullable;

/** Reads a pasted mail as far as plain patterns go: identifiers, dates, references. It guesses nothing else. */
public final class ReadingMail {

    private static final int LONGEST_FACTS = 8000;
    private static final int MOST_IDENTIFIERS = 200;
    private static final Pattern HEADER = Pattern.compile(
            "(?i)(from|to|cc|bcc|sender|reply-to|date|sent|subject|message-id|de|à|objet|envoyé)\\s*:.*");
    private static final String MONTHS =
            "jan|feb|fév|mar|apr|avr|may|mai|jun|juin|jul|juil|aug|aoû|sep|oct|nov|dec|déc";
    private static final String DATE = "(\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{4}|\\d{1,2}\\.? (?:" + MONTHS
            + ")[a-zé]{0,9}\\.? \\d{4})";
    private static final Pattern PERIOD = Pattern.compile(
            "(?iu)(?:from|between|du|entre le|من)\\s+" + DATE + "\\s+(?:to|until|and|au|et le|إلى)\\s+" + DATE);
    private static final Pattern ANSWER_BY =
            Pattern.compile("(?iu)(?:answer|reply|réponse|respond)[^.\\n]{0,60}?(?:by|before|avant le)\\s+" + DATE);
    private static final Pattern SENT = Pattern.compile("(?imu)^(?:date|sent|envoyé)\\s*:.*?" + DATE);
    private static final Pattern THEIRS = Pattern.compile(
            "(?iu)(?:our ref(?:erence)?|notre réf(?:érence)?|n/réf|case(?: no| number)?|file(?: no)?|مرجعنا)[ .:n°#]{1,6}([A-Z0-9][A-Z0-9/._-]{2,40})");
    private static final Pattern OURS = Pattern.compile(
            "(?iu)(?:your ref(?:erence)?|votre réf(?:érence)?|v/réf|مرجعكم)[ .:n°#]{1,6}([A-Z0-9][A-Z0-9/._-]{2,40})");
    private static final Pattern DAYS = Pattern.compile("(?iu)\\b([6-9][0-9]|[1-9][0-9]{2}) (?:days|jours|يوماً|يوما)");
    private static final Pattern IP_IN_TIME = Pattern.compile(
            "([0-9]{1,3}(?:[.][0-9]{1,3}){3}|[0-9A-Fa-f]{1,4}:[0-9A-Fa-f:.]{2,40})(?:\\s+(?:at|on|le|,)?\\s*(\\d{4}-\\d{2}-\\d{2})[T ,]+(\\d{2}:\\d{2}(?::\\d{2})?)\\s*(Z|UTC|[+-]\\d{2}:?\\d{2})?)?");
    private static final Pattern TOKEN = Pattern.compile("\\+\\d[0-9 ().-]{5,22}\\d|[^\\s<>\"'(),;]{4,200}");

    private final String text;
    private final String body;

    public ReadingMail(String text) {
        this.text = text;
        this.body = text.lines()
                .filter(line -> !HEADER.matcher(line.strip()).matches())
                .collect(Collectors.joining("\n"))
                .strip();
    }

    /** By the names of a request's fields, and {@code dated}. */
    public Map<String, List<String>> values() {
        var found = new LinkedHashMap<String, List<String>>();
        put(found, "facts", CutText.to(body, LONGEST_FACTS));
        put(found, "identifiers", String.join("\n", identifiers()));
        put(found, "ourCase", first(THEIRS, body));
        put(found, "theirCase", first(OURS, body));
        put(found, "daysAsked", first(DAYS, body));
        put(found, "answerBy", day(first(ANSWER_BY, body)));
        put(found, "dated", day(first(SENT, text)));
        var period = PERIOD.matcher(body);
        if (period.find()) {
            put(found, "from", day(period.group(1)));
            put(found, "until", day(period.group(2)));
        }
        if (body.toLowerCase(Locale.ROOT).matches("(?s).*(confidential|confidentiel|secret|سري).*")) {
            put(found, "secret", "yes");
        }
        return found;
    }

    private List<String> identifiers() {
        var found = new LinkedHashSet<String>();
        var addresses = IP_IN_TIME.matcher(body);
        while (addresses.find() && found.size() < MOST_IDENTIFIERS) {
            var line = addresses.group(2) == null
                    ? addresses.group(1)
                    : "%s %s %s %s"
                            .formatted(
                                    addresses.group(1),
                                    addresses.group(2),
                                    addresses.group(3),
                                    addresses.group(4) == null ? "" : addresses.group(4));
            if (Identifier.parse(line).kind() == Identifier.Kind.IP) {
                found.add(line.strip());
            }
        }
        var tokens = TOKEN.matcher(body);
        while (tokens.find() && found.size() < MOST_IDENTIFIERS) {
            var token = tokens.group().strip().replaceAll("(?<![.:])[.:]++$", "");
            var kind = Identifier.parse(token).kind();
            if (kind != Identifier.Kind.OTHER && kind != Identifier.Kind.IP) {
                found.add(token);
            }
        }
        return new ArrayList<>(found);
    }

    private static void put(Map<String, List<String>> found, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            found.put(key, List.of(value));
        }
    }

    private static @Nullable String first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? found.group(1).replaceAll("(?<![._-])[._-]++$", "") : null;
    }

    /** As a form holds it; day before month, as in most of the world. */
    static @Nullable String day(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            if (text.matches("\\d{4}-.*")) {
                return LocalDate.parse(text).toString();
            }
            var parts = text.toLowerCase(Locale.ROOT).split("[./ ]+");
            return LocalDate.of(Integer.parseInt(parts[2]), month(parts[1]), Integer.parseInt(parts[0]))
                    .toString();
        } catch (DateTimeException | NumberFormatException notADay) {
            return null;
        }
    }

    private static int month(String word) {
        if (word.matches("\\d+")) {
            return Integer.parseInt(word);
        }
        return switch (word.substring(0, 3)) {
            case "jan" -> 1;
            case "feb", "fév" -> 2;
            case "mar" -> 3;
            case "apr", "avr" -> 4;
            case "may", "mai" -> 5;
            case "jun" -> 6;
            case "jul" -> 7;
            case "jui" -> word.startsWith("juin") ? 6 : 7;
            case "aug", "aoû" -> 8;
            case "sep" -> 9;
            case "oct" -> 10;
            case "nov" -> 11;
            default -> 12;
        };
    }
}
