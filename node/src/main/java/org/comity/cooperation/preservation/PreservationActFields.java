package org.comity.cooperation.preservation;

import java.util.List;
import java.util.Map;
import org.comity.cooperation.ActField;
import org.comity.cooperation.ActField.Kind;
import org.comity.cooperation.ActField.Need;
import org.comity.cooperation.ActTable;

/** Lists the fields of each act but the request, in the order in which they are asked and read. */
final class PreservationActFields {

    static final List<String> QUESTIONS = List.of("link", "time-zone", "right-provider", "penalty-text", "duplicate");

    /** What an emergency request may leave out, by the keys of {@link PreservationRequestRules}; {@code complete} says which it fills. */
    static final List<String> GAPS = List.of(
            "offence", "facts", "data-classes", "ip-time", "ip-zone", "period-reversed", "link", "necessity", "intent");

    static final List<String> CHANNELS = List.of("node", "mail", "phone", "bag", "interpol", "hand");

    private static final ActField TEXT = field("text", Kind.TEXT, Need.ALWAYS);
    private static final ActField REMARK = field("text", Kind.TEXT, Need.NO);

    private static final Map<String, List<ActField>> FIELDS = Map.ofEntries(
            Map.entry("acknowledge", List.of(REMARK)),
            Map.entry("ask", List.of(choices("questions", QUESTIONS), REMARK)),
            Map.entry("answer", List.of(TEXT)),
            Map.entry("complete", List.of(choices("completes", GAPS), TEXT)),
            Map.entry(
                    "accept",
                    List.of(
                            choice("confidentiality", Need.ALWAYS, List.of("can-keep", "cannot-keep", "not-asked")),
                            field("secretUntil", Kind.DAY, Need.NO),
                            field("providerMayTell", Kind.FLAG, Need.NO),
                            REMARK)),
            Map.entry(
                    "warn",
                    List.of(choice("risk", Need.ALWAYS, List.of("availability", "secrecy", "prejudice")), TEXT)),
            Map.entry("proceed", List.of(REMARK)),
            Map.entry(
                    "report-preserved",
                    List.of(
                            field("snapshot", Kind.INSTANT, Need.NO),
                            field("preservedAt", Kind.INSTANT, Need.ALWAYS),
                            choices("dataClasses", List.of("subscriber", "traffic", "content")),
                            field("kept", Kind.TEXT, Need.ALWAYS),
                            field("notKept", Kind.TEXT, Need.NO),
                            field("providerReference", Kind.LINE, Need.NO),
                            field("needs", Kind.TEXT, Need.NO),
                            field("sendTo", Kind.LINE, Need.NO))),
            Map.entry(
                    "not-available",
                    List.of(choice("why", Need.WRITING, List.of("not-found", "deleted", "elsewhere", "lost")), TEXT)),
            Map.entry(
                    "refuse",
                    List.of(
                            choice("ground", Need.ALWAYS, List.of()),
                            field("words", Kind.TEXT, Need.NO),
                            choice("reasons", Need.WRITING, List.of("given", "not-given")),
                            field("text", Kind.TEXT, Need.NO),
                            choice("consultation", Need.WRITING, List.of("held", "elsewhere", "none")))),
            Map.entry("unable", List.of(TEXT, field("tryAgain", Kind.DAY, Need.NO))),
            Map.entry("ask-extension", List.of(field("untilAsked", Kind.DAY, Need.NO), TEXT)),
            Map.entry("extend", List.of(REMARK)),
            Map.entry("refuse-extension", List.of(field("text", Kind.TEXT, Need.WRITING))),
            Map.entry(
                    "hold",
                    List.of(
                            choice("channel", Need.ALWAYS, CHANNELS),
                            field("instrument", Kind.LINE, Need.NO),
                            field("theirReference", Kind.LINE, Need.NO),
                            field("receivedOn", Kind.DAY, Need.NO),
                            REMARK)),
            Map.entry("expire", List.of(REMARK)),
            Map.entry("release", List.of(REMARK)),
            Map.entry("withdraw", List.of(TEXT)),
            Map.entry("no-longer-needed", List.of(REMARK)));

    static final ActTable TABLE = new ActTable("preservation", FIELDS);

    private PreservationActFields() {}

    private static ActField field(String key, Kind kind, Need need) {
        return ActField.of(key, kind, need);
    }

    private static ActField choice(String key, Need need, List<String> options) {
        return ActField.choice(key, need, options);
    }

    private static ActField choices(String key, List<String> options) {
        return ActField.choices(key, Need.NO, options);
    }
}
