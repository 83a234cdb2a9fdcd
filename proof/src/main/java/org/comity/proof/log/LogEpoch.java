package org.comity.proof.log;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.comity.proof.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * A log that came back from a backup and lost lines goes on under another origin. The line that opens this epoch says
 * what was known of the one before (rules L30 to L34 of docs/protocol/logs.md).
 *
 * @param origin of the epoch that begins, e.g. {@code comity/XA-1/domestic.20261125T153012Z}
 * @param before origin of the epoch that ends
 * @param size lines of it that came back
 * @param root of their tree
 * @param lost lines that a head had which somebody showed, or null if nobody did
 */
public record LogEpoch(
        String origin,
        String before,
        long size,
        String root,
        @Nullable Long lost) {

    /** What the opening line records. */
    public static final String OPENED = "log.epoch-opened";

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

    /** The log's name in an epoch that begins now: a number could come twice, since the backup may not know the last. */
    public static String name(String log, Instant now) {
        return log + "." + STAMP.format(now);
    }

    /** The origin of the first epoch. */
    public static String first(String origin) {
        int dot = origin.indexOf('.', origin.lastIndexOf('/') + 1);
        return dot < 0 ? origin : origin.substring(0, dot);
    }

    public Map<String, String> facts() {
        var facts = new TreeMap<>(Map.of("before", before, "size", Long.toString(size), "root", root));
        if (lost != null) {
            facts.put("lost", Long.toString(lost));
        }
        return facts;
    }

    public static LogEpoch of(LogLine line) {
        var lost = line.facts().get("lost");
        return new LogEpoch(
                line.subject(),
                line.facts().getOrDefault("before", ""),
                number(line.facts().getOrDefault("size", "")),
                line.facts().getOrDefault("root", ""),
                lost == null ? null : number(lost));
    }

    private static long number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new Malformed("field", "size");
        }
        return Long.parseLong(text);
    }
}
