package org.comity.cooperation.preservation;

import java.util.List;
import java.util.Map;

/** The fields of each act but the request, in the order in which they are asked and read. */
final class ActFields {

    enum Kind {
        TEXT,
        LINE,
        CHOICE,
        CHOICES,
        FLAG,
        INSTANT,
        DAY
    }

    /**
     * @param key of the body; message {@code preservation.field.<key>}
     * @param options for a choice; message {@code preservation.option.<key>.<option>}
     */
    record Field(String key, Kind kind, boolean needed, List<String> options) {}

    static final List<String> QUESTIONS = List.of("link", "time-zone", "right-provider", "penalty-text", "duplicate");
    static final List<String> CHANNELS = List.of("node", "mail", "phone", "bag", "interpol", "hand");

    private static final Field TEXT = field("text", Kind.TEXT, true);
    private static final Field REMARK = field("text", Kind.TEXT, false);

    private static final Map<String, List<Field>> FIELDS = Map.ofEntries(
            Map.entry("acknowledge", List.of(REMARK)),
            Map.entry("ask", List.of(choices("questions", QUESTIONS), REMARK)),
            Map.entry("answer", List.of(TEXT)),
            Map.entry("complete", List.of(TEXT)),
            Map.entry(
                    "accept",
                    List.of(
                            choice("confidentiality", true, List.of("can-keep", "cannot-keep", "not-asked")),
                            field("secretUntil", Kind.DAY, false),
                            field("providerMayTell", Kind.FLAG, false),
                            REMARK)),
            Map.entry("warn", List.of(choice("risk", true, List.of("availability", "secrecy", "prejudice")), TEXT)),
            Map.entry("proceed", List.of(REMARK)),
            Map.entry(
                    "report-preserved",
                    List.of(
                            field("snapshot", Kind.INSTANT, false),
                            field("preservedAt", Kind.INSTANT, true),
                            choices("dataClasses", List.of("subscriber", "traffic", "content")),
                            field("kept", Kind.TEXT, true),
                            field("notKept", Kind.TEXT, false),
                            field("providerReference", Kind.LINE, false),
                            field("needs", Kind.TEXT, false),
                            field("sendTo", Kind.LINE, false))),
            Map.entry(
                    "not-available",
                    List.of(choice("why", true, List.of("not-found", "deleted", "elsewhere")), TEXT)),
            Map.entry(
                    "refuse",
                    List.of(
                            choice("ground", true, List.of()),
                            field("words", Kind.TEXT, false),
                            choice("reasons", true, List.of("given", "not-given")),
                            field("text", Kind.TEXT, false),
                            choice("consultation", true, List.of("held", "elsewhere", "none")))),
            Map.entry("unable", List.of(TEXT, field("tryAgain", Kind.DAY, false))),
            Map.entry("ask-extension", List.of(field("untilAsked", Kind.DAY, false), TEXT)),
            Map.entry("extend", List.of(REMARK)),
            Map.entry("refuse-extension", List.of(TEXT)),
            Map.entry(
                    "hold",
                    List.of(
                            choice("channel", true, CHANNELS),
                            field("instrument", Kind.LINE, false),
                            field("theirReference", Kind.LINE, false),
                            field("receivedOn", Kind.DAY, false),
                            REMARK)),
            Map.entry("expire", List.of(REMARK)),
            Map.entry("release", List.of(REMARK)),
            Map.entry("withdraw", List.of(TEXT)),
            Map.entry("no-longer-needed", List.of(REMARK)));

    private ActFields() {}

    static List<Field> of(String type) {
        return FIELDS.getOrDefault(type, List.of());
    }

    private static Field field(String key, Kind kind, boolean needed) {
        return new Field(key, kind, needed, List.of());
    }

    private static Field choice(String key, boolean needed, List<String> options) {
        return new Field(key, Kind.CHOICE, needed, options);
    }

    private static Field choices(String key, List<String> options) {
        return new Field(key, Kind.CHOICES, false, options);
    }
}
