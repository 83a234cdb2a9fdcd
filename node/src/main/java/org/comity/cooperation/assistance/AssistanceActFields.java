package org.comity.cooperation.assistance;

import static org.comity.cooperation.ActField.Need.ALWAYS;
import static org.comity.cooperation.ActField.Need.NO;
import static org.comity.cooperation.ActField.Need.WRITING;
import static org.comity.cooperation.ActField.choice;
import static org.comity.cooperation.ActField.choices;
import static org.comity.cooperation.ActField.fact;
import static org.comity.cooperation.ActField.rows;

import java.util.List;
import java.util.Map;
import org.comity.cooperation.ActField;
import org.comity.cooperation.ActField.Kind;
import org.comity.cooperation.ActTable;
import org.comity.cooperation.delivery.CustodySteps;
import org.comity.cooperation.delivery.Found;
import org.comity.cooperation.delivery.Items;

/**
 * Lists the fields of each act of Art. 40 and 44 but the request, in the order in which they are asked and read.
 */
final class AssistanceActFields {

    /** Ready-made questions, Art. 40(16). */
    static final List<String> QUESTIONS = List.of(
            "facts", "provision", "link", "period", "purpose", "necessity", "formality", "safeguards", "translation");

    static final String COMPLETES = "completes";

    /** What an emergency request may leave out, by the keys of {@link AssistanceRequestRules}; {@code supplement} says which it fills. */
    static final List<String> GAPS = List.of(
            "scope",
            "offences",
            "offence",
            "proceeding",
            "conducted-by",
            "facts",
            "data-classes",
            "ip-time",
            "ip-zone",
            "period-reversed",
            "measures",
            "assistance",
            "purpose",
            "sections");

    static final String FORMALITIES = "formalities";
    static final String ASSURANCES = "assurances";

    private static final ActField TEXT = ActField.of("text", Kind.TEXT, ALWAYS);
    private static final ActField REMARK = ActField.of("text", Kind.TEXT, NO);
    private static final ActField EXPECTED = ActField.of("expected", Kind.DAY, NO);
    private static final ActField TRY_AGAIN = ActField.of("tryAgain", Kind.DAY, NO);
    private static final ActField GROUND = choice("ground", ALWAYS, List.of());
    private static final ActField WORDS = ActField.of("words", Kind.TEXT, NO);
    private static final ActField CONSULTATION = choice("consultation", WRITING, List.of("held", "elsewhere", "none"));
    private static final ActField CONDITIONS = fact(Acts.CONDITIONS, List.of());
    private static final ActField DELIVERY = fact(CustodySteps.DELIVERY, List.of());
    private static final ActField DONE_ON = ActField.of("doneOn", Kind.DAY, ALWAYS);

    /** What the node knows of each item of the delivery; written by the program, never typed. */
    static final ActField FOUND = rows(
            Found.KEY,
            NO,
            ActField.of("manifest", Kind.LINE, NO),
            ActField.of("sha256", Kind.LINE, NO),
            ActField.of("size", Kind.LINE, NO),
            ActField.of("received", Kind.INSTANT, NO),
            ActField.of("matched", Kind.INSTANT, NO),
            choice("result", NO, Found.Result.words()));

    private static final ActField USE_ASKED = fact(Acts.USE, List.of());

    private static final List<ActField> DELIVER = List.of(
            choices(Items.KEY, WRITING, List.of()),
            fact(CustodySteps.PART, List.of(CustodySteps.WHOLE, CustodySteps.PARTIAL)),
            ActField.of("notDelivered", Kind.TEXT, NO),
            ActField.of("executedBy", Kind.LINE, WRITING),
            ActField.of("executedOn", Kind.DAY, NO),
            ActField.of("record", Kind.TEXT, WRITING),
            choice("certificate", WRITING, List.of("attached", "here", "none")),
            ActField.of("certified", Kind.TEXT, NO),
            rows(
                    FORMALITIES,
                    NO,
                    ActField.of("asked", Kind.LINE, WRITING),
                    choice("answer", WRITING, List.of("followed", "in-part", "not-followed")),
                    ActField.of("how", Kind.LINE, NO)),
            ActField.of("terms", Kind.TEXT, NO),
            REMARK);

    static final ActTable TABLE = new ActTable(
            AssistanceProcedure.NAME,
            Map.ofEntries(
                    Map.entry("acknowledge", List.of(REMARK)),
                    Map.entry("supplement", List.of(choices(COMPLETES, NO, GAPS), TEXT)),
                    Map.entry("ask", List.of(choices("questions", NO, QUESTIONS), REMARK)),
                    Map.entry("answer", List.of(TEXT)),
                    Map.entry(
                            "propose-conditions",
                            List.of(
                                    REMARK,
                                    rows(
                                            ASSURANCES,
                                            NO,
                                            ActField.of("what", Kind.LINE, WRITING),
                                            ActField.of("by", Kind.LINE, WRITING),
                                            ActField.of("form", Kind.LINE, WRITING),
                                            ActField.of("until", Kind.DAY, NO)))),
                    Map.entry("accept-conditions", List.of(CONDITIONS, REMARK)),
                    Map.entry("decline-conditions", List.of(CONDITIONS, REMARK)),
                    Map.entry("accept", List.of(EXPECTED, REMARK)),
                    Map.entry("pass", List.of(ActField.of("executing", Kind.LINE, NO), EXPECTED, REMARK)),
                    Map.entry("executed", List.of(ActField.of("steps", Kind.TEXT, ALWAYS), EXPECTED)),
                    Map.entry("deliver", DELIVER),
                    Map.entry(
                            "postpone",
                            List.of(GROUND, WORDS, ActField.of("text", Kind.TEXT, NO), CONSULTATION, TRY_AGAIN)),
                    Map.entry("unable", List.of(TEXT, TRY_AGAIN)),
                    Map.entry(
                            "refuse",
                            List.of(
                                    GROUND,
                                    WORDS,
                                    choice("reasons", WRITING, List.of("given", "not-given")),
                                    ActField.of("text", Kind.TEXT, NO),
                                    CONSULTATION)),
                    Map.entry("ask-status", List.of(REMARK)),
                    Map.entry("status", List.of(TEXT, EXPECTED)),
                    Map.entry("received", List.of(DELIVERY, FOUND, REMARK)),
                    Map.entry("matched", List.of(DELIVERY, FOUND, REMARK)),
                    Map.entry("not-matched", List.of(DELIVERY, FOUND, TEXT)),
                    Map.entry(
                            "onward",
                            List.of(
                                    DELIVERY,
                                    FOUND,
                                    ActField.of("recipient", Kind.LINE, ALWAYS),
                                    choice(CustodySteps.CONSENT, ALWAYS, List.of()),
                                    DONE_ON,
                                    REMARK)),
                    Map.entry(
                            "returned",
                            List.of(
                                    DELIVERY,
                                    FOUND,
                                    DONE_ON,
                                    ActField.of("how", Kind.LINE, WRITING),
                                    choice("copies", WRITING, List.of("none", "kept")),
                                    REMARK)),
                    Map.entry(
                            "destroyed",
                            List.of(
                                    DELIVERY,
                                    FOUND,
                                    DONE_ON,
                                    ActField.of("backupsUntil", Kind.DAY, ALWAYS),
                                    ActField.of("how", Kind.LINE, WRITING),
                                    REMARK)),
                    Map.entry("no-longer-required", List.of(REMARK)),
                    Map.entry(
                            "ask-use",
                            List.of(
                                    choice("use", ALWAYS, List.of("other-matter", "onward")),
                                    ActField.of("matter", Kind.LINE, NO),
                                    ActField.of("recipient", Kind.LINE, NO),
                                    TEXT)),
                    Map.entry("consent-use", List.of(USE_ASKED, ActField.of("limits", Kind.TEXT, NO), REMARK)),
                    Map.entry("refuse-use", List.of(USE_ASKED, REMARK)),
                    Map.entry("exculpatory", List.of(choice("notice", ALWAYS, List.of("before", "after")), TEXT)),
                    Map.entry(
                            "confidentiality",
                            List.of(
                                    choice(
                                            "confidentiality",
                                            ALWAYS,
                                            List.of("asked", "lifted", "can-keep", "cannot-keep")),
                                    ActField.of("secretUntil", Kind.DAY, NO),
                                    REMARK)),
                    Map.entry(
                            "costs",
                            List.of(choice("costs", WRITING, List.of("ordinary", "substantial", "agreed")), TEXT)),
                    Map.entry(
                            Acts.REDIRECT,
                            List.of(
                                    choice("wrong", ALWAYS, List.of("authority", "state")),
                                    ActField.of("rightState", Kind.LINE, NO),
                                    ActField.of("rightAuthority", Kind.LINE, NO),
                                    ActField.of("rightContact", Kind.LINE, NO),
                                    ActField.of("receivedAt", Kind.INSTANT, NO),
                                    REMARK)),
                    Map.entry("close", List.of(REMARK))));

    private AssistanceActFields() {}
}
