package org.comity.casework.joint;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comity.casework.requests.ActRange;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.form.ActFormView.RequestWords;
import org.comity.proof.act.Attachment;
import org.comity.sealing.Letters.Section;
import org.comity.ui.Capital;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.jspecify.annotations.Nullable;

/** What the pages of joint threads show. */
public final class JointViews {

    private JointViews() {}

    /** @param state message of where it stands */
    public record Line(
            String thread,
            String title,
            String reference,
            boolean drill,
            String state,
            String turn,
            List<String> parties) {}

    /**
     * @param about its subject, and with which States; empty where its page says it
     * @param waits submitted, for a second officer
     * @param returnedBy by name, who gave it back, or empty
     * @param why as that officer wrote it
     */
    public record DraftLine(
            String id,
            String title,
            List<String> about,
            boolean waits,
            String officer,
            Instant savedAt,
            String returnedBy,
            String why) {}

    /** @param cursor of the next page, or null */
    public record ListView(
            List<Line> threads,
            List<DraftLine> drafts,
            boolean mayWrite,
            @Nullable String cursor) {}

    /**
     * @param keeper keeps the register; {@code us} it is we; {@code at} who writes down what it says, empty if it does itself
     * @param through its id where we write that down, else empty
     * @param refused the code with which it does not take our pages, or empty
     */
    public record PartyLine(
            String name,
            String role,
            long from,
            boolean keeper,
            boolean us,
            String at,
            String through,
            String refused) {}

    /** Asks how a party for which we speak said that it leaves, @param channels as {@code paper.channel.…} words them, @param draft that was given back, or empty */
    public record LeavingPage(
            String thread,
            String reference,
            String party,
            String name,
            List<String> channels,
            String channel,
            String text,
            String draft,
            FormProblems problems) {}

    /** @param missing parties whose agreement is still needed; {@code at} who would write down what it says, or empty; {@code through} its id where we write that down, else empty; {@code refused} the code with which it does not take our invitation, or empty */
    public record InvitedLine(
            String name, String role, List<String> missing, String at, String through, String refused) {}

    /** @param before words of the agreed text where they differ; {@code answers} of States, each with its name */
    public record Clause(String label, List<String> words, List<String> before, List<String> answers) {}

    /** @param title message; {@code said} whether each party said it, in order of names; of an agreed text nobody is listed */
    public record TextView(String title, long n, String by, List<Clause> clauses, List<Said> said) {}

    public record Said(String name, boolean yes) {}

    /** @param effect reason why it had none; empty if it had; {@code place} of who says it; {@code waits} it has no entry yet; {@code refused} the code with which the keeper does not take it, or empty; {@code forgottenAt} when retention deleted what it said, or null */
    // More than twelve: each is a part of the line.
    public record ActLine(
            String id,
            long n,
            String by,
            String headline,
            Instant time,
            String effect,
            boolean waits,
            String refused,
            boolean bodyKept,
            @Nullable Instant forgottenAt,
            List<Section> sections,
            List<Attachment> files,
            Capital place) {}

    /** What one party said last of a kind: its team, or what remains with it; {@code title} is a message. */
    public record LastDocument(String title, String name, List<String> lines) {}

    /** @param first number of the entry in which its topic was first named */
    public record Meeting(Instant when, String topic, String where, boolean cancelled, long first) {}

    /** @param to by name of the party, what became of the item there */
    public record Item(String item, String holder, Map<String, String> to) {}

    /**
     * @param stalled nothing is proven, an act of ours only has no entry
     * @param offered we may go on without the keeper
     * @param others without one of whom we may go on, who keep the register; {@code gone} names those whose keys are revoked or whose entry has run out
     */
    public record GoesOn(boolean stalled, boolean offered, List<Choice> others, String gone) {}

    /** @param compared message of how the last entry that a party had of the thread before compares with what lies here */
    public record LastEntry(String name, String thread, long n, String compared) {}

    /** @param stretch which of its acts are shown, @param places the capitals of all parties */
    // More than twelve: each is a part of the page.
    public record ThreadPage(
            String thread,
            String law,
            String edition,
            String reference,
            boolean drill,
            String title,
            String state,
            String turn,
            boolean invitedOnly,
            @Nullable String disputed,
            String keeper,
            String seen,
            @Nullable Instant until,
            List<PartyLine> parties,
            List<InvitedLine> invited,
            List<TextView> texts,
            List<Meeting> meetings,
            List<Item> items,
            List<String> columns,
            List<LastDocument> last,
            List<ActLine> acts,
            ActRange stretch,
            List<Capital> places,
            List<Choice> offered,
            List<DraftLine> drafts,
            List<Choice> letters,
            @Nullable GoesOn goesOn,
            List<LastEntry> before,
            boolean mayWrite) {

        public Capital[] clocks() {
            return places.toArray(Capital[]::new);
        }
    }

    /** @param states who can be asked; only where a thread is begun; {@code lacking} who cannot, for its node's program; {@code without} name of the party without which it goes on from another, or empty */
    // More than twelve: each is a part of the page.
    public record FormPage(
            String thread,
            String reference,
            String law,
            String type,
            String title,
            String about,
            List<RequestWords> fields,
            Map<String, Object> body,
            Map<String, String> facts,
            String without,
            List<Choice> states,
            String lacking,
            List<Choice> instruments,
            List<ProcedureLaw.Provision> said,
            String edition,
            List<Choice> zones,
            String draft,
            long version,
            List<String> invites,
            FormProblems problems) {

        public String text(String key) {
            return body.get(key) instanceof String text ? text : facts.getOrDefault(key, "");
        }

        @SuppressWarnings("unchecked")
        public List<String> texts(String key) {
            return body.get(key) instanceof List<?> list ? (List<String>) list : List.of();
        }
    }

    /** @param without name of the party without which it goes on from another thread, or empty; {@code why} it does */
    // More than twelve: each is a part of the page.
    public record DecisionPage(
            String id,
            String thread,
            String reference,
            String headline,
            List<Section> sections,
            List<String> asks,
            String without,
            String why,
            boolean written,
            boolean submitted,
            boolean mayApprove,
            boolean mayTakeBack,
            boolean mayWrite,
            String act,
            String submitter,
            String givenBack,
            String edit,
            boolean passkeyRequired,
            FormProblems problems) {}
}
