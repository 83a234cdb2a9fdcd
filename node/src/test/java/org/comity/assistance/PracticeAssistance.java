package org.comity.assistance;

import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.assistance.AssistanceStep.Kind;
import org.comity.casework.DomesticFile;
import org.comity.convention.reading.PracticeLaw;
import org.comity.directory.Directory;
import org.comity.evidence.ItemsOfThread;
import org.comity.procedure.ActRendering;
import org.comity.procedure.CustodySteps;
import org.comity.procedure.Editions;
import org.comity.procedure.Link;
import org.comity.procedure.StepsOnOffer;
import org.comity.procedure.file.KnownRequests;
import org.comity.procedure.file.PracticeFiles;
import org.comity.procedure.form.Items;
import org.comity.proof.form.Digests;
import org.comity.thread.Procedure;
import org.comity.thread.Threads;
import org.comity.ui.Words;
import org.comity.ui.words.WordsForTests;
import org.comity.vocabulary.Role;
import org.mockito.Answers;

/** Acts of an assistance thread that its rules let pass; made-up accounts only. */
public final class PracticeAssistance {

    private static final Procedure PROCEDURE = PracticeFiles.procedure(particulars());
    private static final StepsOnOffer STEPS = PracticeFiles.steps(particulars());

    private PracticeAssistance() {}

    public static Procedure procedure() {
        return PROCEDURE;
    }

    /** The same table as code. */
    public static Procedure byCode() {
        return new AssistanceByCode();
    }

    public static StepsOnOffer steps() {
        return STEPS;
    }

    /** Of a thread in which nothing was said and nothing delivered before. */
    public static ActRendering rendering(Words words) {
        return rendering(mock(), mock(), words);
    }

    static ActRendering rendering(Threads threads, ItemsOfThread items, Words words) {
        return PracticeFiles.rendering(Assistance.ID, words, threads, items);
    }

    static Assistance particulars() {
        var requests = new KnownRequests(
                mock(Threads.class),
                PracticeLaw.held(),
                mock(Editions.class),
                mock(Directory.class, Answers.RETURNS_DEEP_STUBS),
                WordsForTests.load(),
                Clock.systemUTC());
        return new Assistance(requests, mock(DomesticFile.class));
    }

    public static List<String> types() {
        return Stream.of(Kind.values()).map(Kind::type).toList();
    }

    /** What this role may say after the opening act. */
    public static List<String> types(Role role) {
        return Stream.of(Kind.values())
                .filter(it -> it != Kind.REQUEST && it.by().contains(role))
                .map(Kind::type)
                .toList();
    }

    /** The type of act that an act of this type speaks of; empty if it speaks of none. */
    public static String answered(String type) {
        return switch (Kind.of(type).orElseThrow().about()) {
            case "conditions" -> "propose-conditions";
            case "delivery" -> "deliver";
            case "use" -> "ask-use";
            default -> "";
        };
    }

    /** The number makes acts of one type differ. */
    public static Map<String, Object> body(String type, int number) {
        var said = "act " + number;
        return switch (Kind.of(type).orElseThrow()) {
            case REQUEST -> request();
            case EXECUTED -> Map.of("steps", said);
            case DELIVER -> Map.of(Items.KEY, items(number).manifests(), "notDelivered", said);
            case REFUSE -> Map.of("ground", "essential-interests", "reasons", "given", "text", said);
            case REFUSE_PART ->
                Map.of("ground", "domestic-bar", "refusedPart", said, "reasonsWords", said, "remains", said);
            case POSTPONE -> Map.of("ground", "ongoing-proceeding", "text", said);
            case CONFIDENTIALITY -> Map.of("confidentiality", "can-keep", "text", said);
            case ASK_USE -> Map.of("use", "other-matter", "text", said);
            case EXCULPATORY -> Map.of("notice", "before", "text", said);
            case ONWARD ->
                Map.of(
                        "recipient",
                        "Fenora",
                        CustodySteps.CONSENT,
                        CustodySteps.NONE,
                        "doneOn",
                        "2026-11-24",
                        "text",
                        said);
            case RETURNED -> Map.of("doneOn", "2026-11-24", "text", said);
            case DESTROYED -> Map.of("doneOn", "2026-11-24", "backupsUntil", "2027-02-24", "text", said);
            default -> Map.of("text", said);
        };
    }

    public static Map<String, String> facts(String type, int number, String about) {
        var kind = Kind.of(type).orElseThrow();
        var facts = new HashMap<String, String>();
        if (!kind.about().isEmpty()) {
            facts.put(kind.about(), about);
        }
        if (kind == Kind.REQUEST) {
            facts.put(Link.FACT, Link.to("0b7e1c52-3f0e-4c53-9a55-000000000001").fact());
        }
        if (kind == Kind.ONWARD) {
            facts.put(CustodySteps.CONSENT, CustodySteps.NONE);
        }
        if (kind == Kind.DELIVER) {
            facts.putAll(items(number).facts(number % 3 == 0));
        }
        return facts;
    }

    static Items items(int number) {
        return Items.of(
                List.of(Digests.sha256(new byte[] {(byte) number}), Digests.sha256(new byte[] {1, (byte) number})));
    }

    public static Map<String, Object> request() {
        return new HashMap<>(Map.ofEntries(
                Map.entry("instrument", "uncc"),
                Map.entry("authority", "Central authority of Aldoria"),
                Map.entry("proceeding", "Investigation of a fraud by false invoices"),
                Map.entry("conductedBy", "Prosecutor of Velin, who conducts the investigation"),
                Map.entry("facts", "Payments were asked in the name of a supplier."),
                Map.entry("measures", List.of("access", "disclose")),
                Map.entry("assistance", "Disclosure of the stored mail and of the log of access."),
                Map.entry("purpose", "Evidence in the investigation 4711."),
                Map.entry("scope", "evidence-of-offence"),
                Map.entry("offences", List.of("13")),
                Map.entry("offence", "Fraud, section 12 of the penal code, up to five years"),
                Map.entry("penaltyMonths", 60L),
                Map.entry("dataClasses", List.of("traffic", "content")),
                Map.entry(
                        "identifiers",
                        List.of(Map.of("kind", "mail", "value", "pay-notice@mail.example", "time", "", "zone", "")))));
    }
}
