package org.comity.paper;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.assistance.PracticeAssistance;
import org.comity.convention.reading.PracticeLaw;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.directory.StateProfile;
import org.comity.paper.LetterSettings.Signatory;
import org.comity.preservation.PracticePreservation;
import org.comity.procedure.ActRendering;
import org.comity.procedure.Dispatch;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.file.PracticeFiles;
import org.comity.procedure.file.WholeAct;
import org.comity.procedure.form.Identifier;
import org.comity.proof.act.Attachment;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.SaltedHash;
import org.comity.sealing.OfficialLetter;
import org.comity.thread.Threads.KeptAct;
import org.comity.ui.Words;
import org.comity.ui.words.WordsForTests;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.ParticipantKind;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.StateParty;
import org.mockito.Mockito;

/** Letters of a made-up State as its officers would send them: real words, real law, no database. */
final class SpecimenLetters {

    static final Words WORDS = WordsForTests.load();
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    static final String ACT = "7f3a90c1e5520d184be1c0dea86b52de7f3a90c1e5520d184be1c0dea86b52de";
    private static final SaltedHash HASH = new SaltedHash("0".repeat(32), "0".repeat(64));

    private final Directory directory = mock();
    private final TranslationRows translations = mock();
    private final ComposingLetters composing;
    private final ActRendering preservation = PracticePreservation.rendering(WORDS);
    private final ActRendering assistance = PracticeAssistance.rendering(WORDS);
    private final Procedures procedures = mock();
    private boolean period = true;

    /** @param languages that the addressee accepts */
    SpecimenLetters(String... languages) {
        when(directory.self())
                .thenReturn(participant(
                        "XA-1", "Aldoria", "Aldorie", "ألدوريا", "Velin", "فيلين", List.of("en", "fr", "ar")));
        when(directory.get("XD-1"))
                .thenReturn(participant("XD-1", "Dorvane", "Dorvane", "دورفان", "Hesper", "هسبر", List.of(languages)));
        known("preservation", preservation);
        known("assistance", assistance);
        known("novelty", preservation);
        var words = new LetterWords(WORDS);
        composing = new ComposingLetters(
                directory,
                procedures,
                PracticeLaw.held(),
                words,
                new OurLetterhead(new Letterhead(Map.of(), null), directory, mock(), "https://xa.example/"),
                new LetterSettings(
                        Map.of(
                                "contact-point",
                                new Signatory(
                                        "R. Tolva",
                                        Map.of(
                                                "en",
                                                "Head of the 24/7 Contact Point",
                                                "fr",
                                                "Chef du point de contact 24/7",
                                                "ar",
                                                "رئيس نقطة الاتصال 24/7"))),
                        null,
                        null),
                new LetterLanguages(directory, words, translations),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** Its requests say of no time. */
    SpecimenLetters withoutPeriod() {
        period = false;
        return this;
    }

    /** Our capital has this hour. */
    SpecimenLetters in(ZoneId zone) {
        var us = directory.self();
        var there = Mockito.spy(us);
        when(there.zone()).thenReturn(zone);
        when(directory.self()).thenReturn(there);
        return this;
    }

    /** Their side is of this kind. */
    SpecimenLetters to(ParticipantKind kind) {
        var them = Mockito.spy(directory.get("XD-1"));
        when(them.kind()).thenReturn(kind);
        when(directory.get("XD-1")).thenReturn(them);
        return this;
    }

    SpecimenLetters translated(Translation translation) {
        when(translations.of(ACT)).thenReturn(Optional.of(translation));
        return this;
    }

    OfficialLetter preservation(String edition) {
        return preservation(edition, Channel.BAG);
    }

    OfficialLetter preservation(String edition, Channel by) {
        var body = new HashMap<String, Object>();
        body.put("instrument", edition.replaceAll("/.*", ""));
        body.put("basisKind", edition.startsWith("other") ? "bilateral" : "");
        body.put("basis", edition.startsWith("other") ? "Treaty of Velin of 3 May 2011" : "");
        body.put("authority", "Public Prosecutor of Velin, Cybercrime Unit");
        body.put("ourCase", "10-131/26");
        body.put(
                "offences",
                edition.startsWith("uncc") ? List.of("7") : edition.startsWith("budapest") ? List.of("2") : List.of());
        body.put(
                "facts",
                "On 20 November 2026 a web shop in Velin was entered without right; the payment card data of some 3,100 persons were copied.");
        body.put("stage", "investigation");
        body.put("dataClasses", List.of("subscriber", "traffic", "content"));
        body.put(
                "identifiers",
                List.of(
                        Identifier.parse("198.51.100.7 2026-11-20 22:14:05 UTC").json(),
                        Identifier.parse("shop-admin@mail.example").json()));
        body.put("from", "2026-10-01T00:00:00Z");
        body.put("until", "2026-11-22T23:59:59Z");
        if (!period) {
            List.of("from", "until").forEach(body::remove);
            body.put(
                    "identifiers",
                    List.of(Identifier.parse("shop-admin@mail.example").json()));
        }
        body.put("link", "The tools were fetched from item 1; item 2 received the copied data.");
        body.put("custodian", "Example Host, Hesper (item 1); Example Mail, Hesper (item 2)");
        body.put("necessity", "Connection records are deleted after 14 days; those of 20 November on 4 December 2026.");
        body.put("intent", true);
        body.put("followUp", "2027-01-20");
        body.put("secret", true);
        body.put("doNotNotify", true);
        body.put("daysAsked", 90);
        var file = new Attachment("accounts.csv", "text/csv", 812, HASH);
        return act(
                "preservation",
                Role.REQUESTING,
                edition,
                "request",
                Map.of("channel", PaperArrival.word(by)),
                body,
                List.of(file),
                by);
    }

    OfficialLetter assistance(String edition) {
        return assistance(edition, "vulnerable");
    }

    /** That asks for no haste. */
    OfficialLetter assistanceInTurn(String edition) {
        return assistance(edition, "");
    }

    private OfficialLetter assistance(String edition, String expedited) {
        var body = new HashMap<String, Object>();
        body.put("instrument", edition.replaceAll("/.*", ""));
        body.put("authority", "Public Prosecutor of Velin, through the Central Authority of Aldoria");
        body.put("stage", "investigation");
        body.put("proceeding", "Criminal investigation 10-131/26 of fraud by forged bank notices");
        body.put("conductedBy", "Public Prosecutor of Velin");
        body.put(
                "facts",
                "Between 12 and 19 November 2026 messages in the name of a bank led 61 persons in Aldoria to enter their passwords on a copied page.\nThe messages were sent from two mailboxes of a provider in Hesper.");
        body.put("measures", List.of("disclose"));
        body.put("assistance", "Disclosure of login and billing records.");
        body.put("concerned", "Holder of item 1: not known.");
        body.put("from", "2026-11-01T00:00:00Z");
        body.put("until", "2026-11-20T23:59:59Z");
        body.put("purpose", "Evidence in the prosecution of the senders of the messages.");
        body.put("scope", "evidence-of-offence");
        body.put("offences", edition.startsWith("uncc") ? List.of("13") : List.of("8"));
        body.put("penaltyMonths", 96);
        body.put("dataClasses", List.of("subscriber", "traffic"));
        body.put(
                "identifiers",
                List.of(Identifier.parse("pay-notice@mail.example").json()));
        body.put("custodian", "Example Mail, Hesper");
        body.put("necessity", "The senders are not known otherwise.");
        body.put("expedited", expedited);
        body.put("secret", true);
        body.put("formalities", List.of("Certificate of the custodian"));
        body.put("safeguards", "Data Protection Act of Aldoria, part 3.");
        body.put("language", "English, acceptable to Dorvane");
        return act("assistance", Role.REQUESTING, edition, "request", Map.of(), body, List.of());
    }

    OfficialLetter answer() {
        return act(
                "preservation",
                Role.REQUESTED,
                "uncc/2",
                "report-preserved",
                Map.of("until", "2027-02-22T13:18:04Z"),
                Map.of(
                        "dataClasses",
                        List.of("subscriber", "content"),
                        "kept",
                        "alerts@host.example: all; service@host.example: in part",
                        "notKept",
                        "Traffic before 24 October 2026 was deleted by rule after 30 days.",
                        "providerReference",
                        "EH-5521",
                        "needs",
                        "A request under article 44, with facts and relation.",
                        "sendTo",
                        "Central Authority, Ministry of Justice"),
                List.of());
    }

    OfficialLetter refusal() {
        return act(
                "assistance",
                Role.REQUESTED,
                "uncc/2",
                "refuse",
                Map.of(),
                Map.of(
                        "ground",
                        "essential-interests",
                        "reasons",
                        "given",
                        "text",
                        "Section 91 of the Code of Procedure permits the seizure of stored messages only where the offence is punishable by at least two years.",
                        "consultation",
                        "held"),
                List.of());
    }

    OfficialLetter reminder() {
        return reminder("preservation", "uncc/2");
    }

    /** Of a request that went by bag and came. */
    OfficialLetter reminder(String law, String edition) {
        return reminder(law, edition, Map.of());
    }

    OfficialLetter reminder(String law, String edition, Map<String, Object> body) {
        var request = kept(law, Role.REQUESTING, edition, "request", Map.of(), body, List.of());
        var sent = LocalDate.of(2026, 10, 15);
        var way = new Dispatch(ACT, NOW, NOW, Channel.BAG, "104", sent, "official", NOW, sent.plusDays(6));
        return composing.reminder(row(law, Role.REQUESTING, false), request, way);
    }

    /** A procedure that nobody has written letters for. */
    OfficialLetter ofNewProcedure(String type) {
        return act("novelty", Role.REQUESTING, "uncc/2", type, Map.of(), Map.of("text", "Words."), List.of());
    }

    /** An act of any procedure between two States, in which every field says something. */
    OfficialLetter whole(String procedure, String type) {
        var law = procedure.replaceAll("/.*", "");
        known(law, PracticeFiles.rendering(procedure, WORDS), PracticeFiles.opening(procedure));
        var known = procedures.of(law + "/1");
        when(known.opener()).thenReturn(opener(procedure));
        var act = WholeAct.of(procedure, type, Map.of());
        var role = WholeAct.by(procedure, type).contains("requesting") ? Role.REQUESTING : Role.REQUESTED;
        return act(law, role, "uncc/2", type, act.facts(), act.body(), List.of());
    }

    private static Role opener(String procedure) {
        var opening = WholeAct.by(procedure, PracticeFiles.opening(procedure));
        return opening.contains(Role.REQUESTING.word()) ? Role.REQUESTING : Role.REQUESTED;
    }

    /** Of what was given by us before, whose turn it is to speak. */
    OfficialLetter reminderOf(String procedure) {
        whole(procedure, PracticeFiles.opening(procedure));
        var law = procedure.replaceAll("/.*", "");
        var opener = opener(procedure);
        var given = kept(law, opener, "uncc/2", PracticeFiles.opening(procedure), Map.of(), Map.of(), List.of());
        return composing.reminder(row(law, opener, false), given, null);
    }

    private OfficialLetter act(
            String law,
            Role role,
            String edition,
            String type,
            Map<String, String> facts,
            Map<String, Object> body,
            List<Attachment> files) {
        return act(law, role, edition, type, facts, body, files, Channel.BAG);
    }

    private OfficialLetter act(
            String law,
            Role role,
            String edition,
            String type,
            Map<String, String> facts,
            Map<String, Object> body,
            List<Attachment> files,
            Channel by) {
        var kept = kept(law, role, edition, type, facts, body, files);
        var way = new Dispatch(
                ACT, NOW, NOW, by, by == Channel.BAG ? "118" : "", LocalDate.of(2026, 11, 24), "official", NOW, null);
        return composing.act(row(law, role, type.equals("request") && !law.equals("assistance")), kept, way);
    }

    private static KeptAct kept(
            String law,
            Role role,
            String edition,
            String type,
            Map<String, String> facts,
            Map<String, Object> body,
            List<Attachment> files) {
        var envelope = new Envelope(
                "n",
                "t",
                law + "/1",
                edition,
                type,
                "XA-1",
                "XD-1",
                role.word(),
                NOW,
                List.of(),
                false,
                facts,
                HASH,
                files);
        return new KeptAct(ACT, "t", envelope, body, true, "", true, NOW, 1L, "effective", NOW, null, null, null);
    }

    private void known(String law, ActRendering rendering) {
        known(law, rendering, "request");
    }

    private void known(String law, ActRendering rendering, String opening) {
        var procedure = mock(KnownProcedure.class);
        when(procedure.law()).thenReturn(law);
        when(procedure.opening()).thenReturn(opening);
        when(procedure.opener()).thenReturn(Role.REQUESTING);
        when(procedure.rendering()).thenReturn(rendering);
        when(procedure.steps()).thenReturn(PracticeAssistance.steps());
        when(procedures.of(law + "/1")).thenReturn(procedure);
    }

    private static RequestRow row(String law, Role role, boolean emergency) {
        return new RequestRow(
                "t",
                role == Role.REQUESTING ? "XA-2026-004405" : "XD-2026-004417",
                law + "/1",
                "XD-1",
                role,
                "Preserve stored data: 2 accounts",
                "Requested",
                Instant.parse("2027-01-18T00:00:00Z"),
                RequestRow.Turn.THEIRS,
                null,
                Instant.parse("2026-10-14T09:00:00Z"),
                NOW,
                null,
                false,
                emergency,
                true,
                Channel.BAG,
                null,
                null,
                false,
                "10-131/26",
                role == Role.REQUESTING ? "" : "DV/COOP/5512",
                null,
                Map.of(),
                "XA-1",
                false,
                false,
                null,
                null,
                false);
    }

    private static Participant participant(
            String id, String en, String fr, String ar, String capital, String arabicCapital, List<String> languages) {
        return new Participant(
                id,
                new StateParty(id.substring(0, 2)),
                Map.of("en", en, "fr", fr, "ar", ar),
                Map.of("en", capital, "ar", arabicCapital),
                ZoneOffset.UTC,
                null,
                languages,
                "+999 2 555 0117",
                "contact@" + id.substring(0, 2).toLowerCase(java.util.Locale.ROOT) + ".example",
                "24/7",
                Map.of(
                        "contact-point",
                        "24/7 Contact Point of " + en + ", Ministry of the Interior",
                        "central-authority",
                        "Central Authority, Ministry of Justice of " + en),
                new StateProfile(
                        true,
                        false,
                        false,
                        true,
                        Map.of(),
                        Map.of(
                                "7",
                                "Penal Code of " + en + ", section 214, unlawful access",
                                "13",
                                "Penal Code of " + en + ", section 222, fraud by means of a system"),
                        List.of("uncc"),
                        "restricted",
                        List.of(),
                        LocalDate.of(2026, 5, 3)),
                1,
                NOW,
                NOW,
                ParticipantKind.CONTACT_POINT);
    }
}
