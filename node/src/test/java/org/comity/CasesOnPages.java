package org.comity;

import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.comity.casework.Drills;
import org.comity.identity.Approvals.Proof;
import org.comity.intelligence.stix.ReadingBundlesTest;
import org.comity.procedure.Draft;
import org.comity.procedure.Requests;
import org.comity.proof.form.CanonicalJson;
import org.comity.vocabulary.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;

/** Puts requests on the pages of a node: waiting, answered, ordered, disputed, joint, and by letter. */
abstract class CasesOnPages extends StopsOnPages {

    @Autowired
    private Drills drills;

    protected void emergencies() throws Exception {
        var waits = sent("XD-1", emergency(), "maren");
        var stands = sent("XD-1", emergency(), "maren");
        var confirmed = sent("XD-1", emergency(), "maren");
        var held = held();
        var recalled = held();
        redirected(
                "second-officer",
                post("/confirmations/" + stands.act() + "/not-confirmed").param("words", "Nobody was in danger."));
        redirected(
                "second-officer",
                post("/confirmations/" + confirmed.act() + "/confirm")
                        .param("method", "practice")
                        .param("once", token()));
        redirected("duty-officer", post("/drafts/" + recalled.id() + "/recall").param("why", "The wrong account."));
        stop("duty-officer", "/confirmations", "confirmations-own");
        stop("second-officer", "/confirmations", "confirmations");
        stop("second-officer", "/confirmations/" + waits.act(), "confirmation");
        stop("duty-officer", "/confirmations/" + waits.act(), "confirmation-own");
        stop("duty-officer", "/confirmations/" + stands.act(), "confirmation-stands");
        stop("duty-officer", "/confirmations/" + recalled.act(), "confirmation-recalled");
        stop("duty-officer", "/requests/" + waits.reference(), "request-waits");
        stop("lawyer", "/requests/" + waits.reference(), "request-of-the-lawyer");
        stop("oversight", "/oversight?subject=" + waits.reference() + "&kind=approved", "oversight-found");
        stop("duty-officer", "/requests/" + waits.reference() + "/complete", "request-complete");
        stop("duty-officer", "/requests/" + stands.reference(), "request-stands");
        stop("duty-officer", "/requests/" + held.reference(), "request-held");
        stop("duty-officer", "/drafts/" + held.id() + "/approve", "draft-held");
        var told = indicators();
        stop("duty-officer", "/drafts/" + told + "/indicators", "indicators-attach");
        stop("duty-officer", "/drafts/" + told + "/indicators/servers.json", "indicators");
        stop("duty-officer", "/requests/" + stands.reference() + "/indicators", "indicators-save");
        stop("duty-officer", "/requests/" + recalled.reference(), "request-recalled");
        stop("duty-officer", "/drafts/" + recalled.id() + "/approve", "draft-recalled");
        stop("oversight", "/oversight", "oversight-stands");
    }

    private Draft held() {
        var hour = clock.instant().plus(Duration.ofHours(8));
        return drafts.approve(submitted("XB-1", emergency()).id(), new Proof.Practice(), hour, official("maren"));
    }

    /** A draft with a bundle of which one object is read and one is not as it must be. */
    private String indicators() {
        var draft = drafts.start(
                "spontaneous/1",
                "inform",
                Role.REQUESTED,
                "XB-1",
                null,
                Map.of("instrument", "uncc", "identifiers", List.of(Map.of("kind", "ip", "value", "203.0.113.7"))),
                official("maren"));
        var bundle = ReadingBundlesTest.bundle(
                ReadingBundlesTest.marked("1", "\"name\": \"Server\""),
                ReadingBundlesTest.marked("2", "\"confidence\": 101"));
        drafts.attach(draft.id(), "servers.json", "application/stix+json", bundle, official("maren"));
        return draft.id();
    }

    protected void assistance() throws Exception {
        var preservation = sent("XD-1", ordinary(), "tolva").reference();
        stop("duty-officer", "/requests/" + preservation, "preservation-to-turn");
        var first = redirected("duty-officer", post("/requests/" + preservation + "/follow"));
        var draft = first.substring(0, first.lastIndexOf('/'));
        stop("duty-officer", "/requests/new/assistance", "assistance-new");
        for (var step : List.of(
                "state",
                "offence",
                "proceeding",
                "purposes",
                "data",
                "hearing",
                "assistance",
                "concerned",
                "purpose",
                "preserved",
                "urgency",
                "confidentiality")) {
            stop("duty-officer", draft + "/" + step + "?check=true", "assistance-" + step);
        }
        stop("duty-officer", draft + "/preview", "assistance-preview");
        stop("lawyer", "/articles/procedures/assistance", "procedure-assistance");
        stop("lawyer", "/requests?view=officers&law=assistance", "assistance-listed");
    }

    protected void drilled() {
        var maren = official("maren");
        var draft = drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, ordinary(), maren);
        drills.mark(draft.id(), true, maren);
        var submitted = drafts.submit(draft.id(), draft.version(), maren);
        drafts.approve(draft.id(), new Proof.Practice(), null, official("okell"));
        var row = requests.ofThread(Objects.requireNonNull(submitted.thread())).orElseThrow();
        stop("duty-officer", "/requests/" + row.reference() + "/drill", "drill");
    }

    protected void disputes() throws Exception {
        var open = disputed();
        var proposed = disputed();
        var settled = disputed();
        for (var path : List.of(proposed, settled)) {
            redirected(
                    "duty-officer",
                    post(path + "/settlement").param("words", "The entry of Dorvane was made twice.\nOurs stands."));
        }
        var hash = page("second-officer", settled, "en")
                .replaceAll("(?s).*name=\"hash\" value=\"([0-9a-f]{64})\".*", "$1");
        redirected(
                "second-officer",
                post(settled + "/settlement/agree").param("method", "practice").param("hash", hash));
        stop("duty-officer", open, "dispute");
        stop("second-officer", proposed, "dispute-second");
        stop("duty-officer", settled, "dispute-settled");
        stop("duty-officer", open.replace("/dispute", ""), "request-disputed");
    }

    private String disputed() {
        var reference = sent("XD-1", ordinary(), "tolva").reference();
        var thread = requests.find(reference).orElseThrow().thread();
        var entry = threads.entries(thread, 0).getFirst();
        var theirs = new String(entry.json(), StandardCharsets.UTF_8).replace("\"effective\"", "\"no-effect\"");
        db.sql(
                        "insert into thread.dispute_proof (thread, why, ours, theirs, theirs_hash, kept_at) values (:t, 'effect', :o, :h, 'x', :at)")
                .param("t", thread)
                .param("o", entry.entry().json())
                .param("h", theirs.getBytes(StandardCharsets.UTF_8))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        db.sql("update thread.thread set disputed = 'effect' where id = :t")
                .param("t", thread)
                .update();
        db.sql("update cooperation.request set disputed = true where thread = :t")
                .param("t", thread)
                .update();
        return "/requests/" + reference + "/dispute";
    }

    protected void orders() throws Exception {
        var waits = sent("XD-1", emergency(), "maren").reference();
        var granted = sent("XD-1", ordinary(), "tolva").reference();
        for (var reference : List.of(waits, granted)) {
            redirected("duty-officer", post("/requests/" + reference + "/pass-on"));
        }
        redirected(
                "magistrate",
                post("/orders/" + granted)
                        .param("then", "grant")
                        .param("number", "14/26")
                        .param("data", "login records"));
        stop("magistrate", "/orders", "orders");
        stop("duty-officer", "/orders/ending", "orders-ending");
        stop("duty-officer", "/assurances/ending", "assurances-ending");
        stop("duty-officer", "/requests/" + preserved(60) + "/providers", "providers");
        stop("magistrate", "/orders/" + waits, "order");
        stop("magistrate", "/orders/" + granted, "order-recorded");
        stop("duty-officer", "/requests/" + granted, "request-ordered");
    }

    /** A request to a State without a node, whose data are kept for eight days more. */
    protected void reminders() throws Exception {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var csv =
                "state,direction,channel,day,number,their_case,summary,status,status_day,until\nXD,asked-by-us,bag,%s,N-7,MJ/1,two mailboxes,preserved,%s,%s\n"
                        .formatted(today.minusDays(60), today.minusDays(60), today.plusDays(8));
        var file = new MockMultipartFile("file", csv.getBytes(StandardCharsets.UTF_8));
        redirected(
                "duty-officer",
                post(redirected("duty-officer", multipart("/paper/import").file(file))));
        var filter = new Requests.Filter(null, null, List.of(), null, null, null, "two mailboxes", clock.instant());
        var path =
                "/requests/" + requests.list(filter, null, 1).rows().getFirst().reference();
        redirected(
                "duty-officer",
                post(path + "/reminders/prosecutor")
                        .param("mail", "p.ruan@xa.example")
                        .param("language", "ar"));
        await().until(() -> page("duty-officer", path, "en").contains("mail server not reached"));
        stop("duty-officer", path, "request-reminders");
    }

    /** A request that came by letter, answered up to its delivery; and one of ours, answered on a disk. */
    protected void answers() throws Exception {
        var asked = byLetter.asks("XD-1");
        byLetter.item(asked);
        for (var act : List.of(
                "ask",
                "propose-conditions",
                "accept",
                "pass",
                "executed",
                "deliver",
                "postpone",
                "refuse",
                "confidentiality",
                "costs")) {
            stop("duty-officer", "/requests/" + asked + "/" + act, "assistance-" + act);
        }
        stop("duty-officer", "/requests/" + asked, "assistance-asked");
        stop("lawyer", "/requests/" + asked + "/criminality", "criminality");
        var ours = byLetter.asked("XD-1");
        var assurance =
                Map.of("kind", "use", "words", "In that case alone", "by", "A prosecutor", "form", "", "until", "");
        byLetter.says(ours, "propose-conditions", Map.of("assurancesAsked", List.of(assurance)), Map.of());
        stop("duty-officer", "/requests/" + ours + "/accept-conditions", "assistance-accept-conditions");
        var given = byLetter.delivered("XD-1");
        for (var act : List.of("matched", "not-matched", "ask-use", "exculpatory", "close")) {
            stop("lawyer", "/requests/" + given + "/" + act, "assistance-" + act);
        }
        for (var page : List.of("documents", "record", "export")) {
            stop("lawyer", "/requests/" + given + "/" + page, "assistance-" + page);
        }
        stop("lawyer", "/requests/" + given, "assistance-given");
        stop("duty-officer", "/requests/" + ours + "/record-act?type=deliver", "assistance-record-deliver");
    }

    /** Its thread, as a person in a seat of a State asked into it finds it. */
    protected String jointOfSeat = "";

    protected void joint() throws Exception {
        var kept = jointDraft();
        stop("duty-officer", "/joint/new?draft=" + kept.substring(kept.lastIndexOf('/') + 1), "joint-new");
        var draft = jointDraft();
        var thread = saidJointly(draft);
        saysJointly(thread, "invite", "party", "XD-1", "as", "member", "shown", "all");
        jointOfSeat = "/seat" + thread;
        stop("duty-officer", "/joint", "joint-threads");
        stop("duty-officer", thread, "joint-thread");
        stop("duty-officer", thread + "/draft", "joint-text");
        var waits = db.sql("select id from cooperation.joint_draft where status = 'SUBMITTED'")
                .query(String.class)
                .list()
                .getFirst();
        stop("second-officer", "/joint/drafts/" + waits, "joint-approve");
        var running = agreed();
        stop("duty-officer", running, "joint-running");
        stop("duty-officer", running + "/release-evidence", "joint-release");
        partyAtUs(running.substring(running.lastIndexOf('/') + 1), "XD-1");
        stop("duty-officer", running + "/leaves/XD-1", "joint-leaves");
    }

    /** As it is after the authority joined from its seat; nothing is said in the thread after it. */
    private void partyAtUs(String thread, String authority) {
        var state = new TreeMap<>(CanonicalJson.read(db.sql("select state from thread.joint where id = :thread")
                .param("thread", thread)
                .query(String.class)
                .single()
                .getBytes(StandardCharsets.UTF_8)));
        var parties = new TreeMap<String, Object>();
        ((Map<?, ?>) state.get("parties")).forEach((id, party) -> parties.put((String) id, party));
        parties.put(authority, Map.of("as", "member", "at", "XA-1", "from", 1));
        state.put("parties", parties);
        db.sql("update thread.joint set state = :state where id = :thread")
                .param("state", new String(CanonicalJson.write(state), StandardCharsets.UTF_8))
                .param("thread", thread)
                .update();
    }

    /** A thread whose text is agreed, prolonged, and in which all was said that has a card on its page. */
    private String agreed() throws Exception {
        var thread = saidJointly(jointDraft());
        var text = new ArrayList<>(List.of("until.date", inDays(400), "until.time", "12:00", "until.zone", "Z"));
        for (var key : List.of("purpose", "members", "leaders", "place", "law", "evidence", "costs", "liability")) {
            text.addAll(List.of(key, "As the model says."));
        }
        saysJointly(thread, "draft", text.toArray(String[]::new));
        approves(thread, "approve", "draft");
        saysJointly(
                thread, "renew", "until.date", inDays(800), "until.time", "12:00", "until.zone", "Z", "why", "More.");
        approves(thread, "approve-renewal", "renewal");
        saysJointly(
                thread,
                "name-team",
                "team.0.name",
                "M. Aro",
                "team.0.function",
                "Head",
                "team.0.authority",
                "Cyber Unit",
                "team.0.task",
                "Leader");
        saysJointly(thread, "meet", "what", "new", "topic", "Day of action");
        saysJointly(thread, "offer-evidence", "items.0.item", "Image 1", "items.0.what", "Disk of a server");
        return thread;
    }

    private void approves(String thread, String type, String what) throws Exception {
        var form = page("duty-officer", thread + "/" + type, "en");
        saysJointly(
                thread,
                type,
                what,
                form.replaceAll("(?s).*name=\"" + what + "\"[^>]*value=\"([0-9a-f]{64})\".*", "$1"));
    }

    private void saysJointly(String thread, String type, String... fields) throws Exception {
        var said = post(thread + "/" + type);
        for (int n = 0; n < fields.length; n += 2) said.param(fields[n], fields[n + 1]);
        saidJointly(redirected("duty-officer", said));
    }

    private String saidJointly(String draft) throws Exception {
        redirected("duty-officer", post(draft + "/submit"));
        return redirected("second-officer", post(draft + "/approve").param("method", "practice"));
    }

    private String jointDraft() throws Exception {
        var begin = post("/joint/new").param("states", "XB-1").param("instrument", "uncc/2");
        for (var key : List.of("authority", "matter", "offence", "facts", "why", "places")) {
            begin.param(key, "One matter in three States.");
        }
        return redirected("duty-officer", begin);
    }
}
