package org.comity.practice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills the blanks of a case's texts: <code>{now+P6D}</code> an instant, <code>{day-P3D}</code> a day,
 * <code>{local-P3D}</code> a time without zone, and what else the case knows, e.g. <code>{act:propose-conditions}</code>.
 */
public final class Blanks {

    private static final Pattern BLANK = Pattern.compile("\\{([^{}]+)}");
    private static final Pattern TIME = Pattern.compile("(now|day|local|year)([+-].+)?");

    private final Instant now;
    private final UnaryOperator<String> other;

    /** @param other what a blank of another kind stands for */
    public Blanks(Instant now, UnaryOperator<String> other) {
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
        this.other = other;
    }

    public Map<String, Object> filled(Map<String, Object> said) {
        var filled = new LinkedHashMap<String, Object>();
        said.forEach((key, value) -> filled.put(key, any(value)));
        return filled;
    }

    private @Nullable Object any(@Nullable Object said) {
        return switch (said) {
            case String text -> text(text);
            case List<?> list -> list.stream().map(this::any).toList();
            case Map<?, ?> map -> {
                var filled = new LinkedHashMap<String, Object>();
                map.forEach((key, value) -> filled.put(key.toString(), any(value)));
                yield filled;
            }
            case null, default -> said;
        };
    }

    String text(String said) {
        return BLANK.matcher(said).replaceAll(found -> java.util.regex.Matcher.quoteReplacement(blank(found.group(1))));
    }

    private String blank(String said) {
        var time = TIME.matcher(said);
        if (!time.matches()) {
            return other.apply(said);
        }
        var at = time.group(2) == null
                ? now
                : now.plus(Duration.parse(time.group(2).replaceFirst("^\\+", "")));
        return switch (time.group(1)) {
            case "day" -> at.atZone(ZoneOffset.UTC).toLocalDate().toString();
            case "year" -> Integer.toString(at.atZone(ZoneOffset.UTC).getYear());
            case "local" ->
                LocalDateTime.ofInstant(at, ZoneOffset.UTC)
                                .truncatedTo(ChronoUnit.MINUTES)
                                .toString() + ":00";
            default -> at.toString();
        };
    }
}
