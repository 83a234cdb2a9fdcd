package org.comity.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.comity.procedure.Draft;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/**
 * An act that our own officers still have in hand; the other State sees none of it.
 *
 * @param draft of which body and files are as last saved
 * @param address under which the pages of its request are; empty while it has no reference
 * @param subject what the thread is about, in the reader's language; empty where nothing was written yet
 * @param officer by name, who wrote or submitted it, or let it leave alone
 * @param since when it came to stand as it stands
 * @param returnedBy by name, who returned it, or null
 * @param approvers who may approve or confirm it now
 * @param asked how many things the law asks of what is being written; 0 where nothing is counted
 * @param missing labels of those not settled, in the law's order
 * @param opened who last opened what waits for approval, of those who may approve it; null where nobody has
 * @param joint of an act of a joint thread, what is so of none of a request; else null
 */
public record UnsentAct(
        Draft draft,
        Progress standing,
        String address,
        String subject,
        String officer,
        Instant since,
        @Nullable String returnedBy,
        List<Official> approvers,
        int asked,
        List<String> missing,
        @Nullable OfJointThread joint,
        @Nullable Opened opened) {

    private static final int MOST_NAMES = 5;

    /** Which nobody has opened to approve it. */
    public UnsentAct(
            Draft draft,
            Progress standing,
            String address,
            String subject,
            String officer,
            Instant since,
            @Nullable String returnedBy,
            List<Official> approvers,
            int asked,
            List<String> missing,
            @Nullable OfJointThread joint) {
        this(draft, standing, address, subject, officer, since, returnedBy, approvers, asked, missing, joint, null);
    }

    /** What left with one officer in an emergency is confirmed by a second within the hour. */
    public static final Duration CONFIRMED_WITHIN = Duration.ofHours(1);

    /** In the order in which the desk shows them. */
    public enum Progress {
        /** Left with one officer in an emergency; a second has not confirmed it. */
        TO_CONFIRM,
        RETURNED,
        WAITING,
        /** It came from a State on paper or by phone, was written down, and waits to be compared and recorded. */
        UNRECORDED,
        WRITING,
        /** Approved, and leaves by itself at {@code draft.notBefore()}. */
        HELD
    }

    /**
     * @param named message that names the act
     * @param others the other parties, or whom its opening act asks, by id
     */
    public record OfJointThread(String named, List<String> others) {}

    /** @param name of an official who may approve it, and first opened it then */
    public record Opened(String name, Instant at) {}

    /** Message that names the act. */
    public String named() {
        return joint == null ? draft.law() + ".act." + draft.type() : joint.named();
    }

    /** Ids of those for whom it is. */
    public List<String> others() {
        return joint == null ? List.of(draft.counterpart()) : joint.others();
    }

    /** Names of who may approve or confirm it now; at most five. */
    public String approversNamed() {
        return named(approvers);
    }

    public static String named(List<Official> officials) {
        return officials.stream().limit(MOST_NAMES).map(Official::name).collect(Collectors.joining(", "));
    }

    /** It waits for an approval that this officer may give. */
    public boolean waitsFor(Official by) {
        return standing == Progress.WAITING && mayDecide(by);
    }

    public boolean mayDecide(Official by) {
        return approvers.stream().anyMatch(it -> it.id().equals(by.id()));
    }

    public boolean lifeAtRisk() {
        return draft.emergency() && !draft.drill();
    }

    /** Where this officer goes on with it. */
    public String path() {
        if (joint != null) return "/joint/drafts/" + draft.id();
        return switch (standing) {
            case TO_CONFIRM -> "/confirmations/" + draft.act();
            case WAITING, HELD -> "/drafts/" + draft.id() + "/approve";
            case RETURNED -> "/drafts/" + draft.id() + "/preview";
            case UNRECORDED ->
                draft.opens() ? "/paper/" + draft.id() : "/requests/" + address + "/record-act/" + draft.id();
            case WRITING ->
                draft.opens()
                        ? "/drafts/" + draft.id() + "/state"
                        : "/requests/" + address + "/" + draft.type() + "?draft=" + draft.id();
        };
    }

    /** Only for who writes there is a page on which it goes on. */
    public boolean goesOnFor(boolean writes) {
        return writes || standing != Progress.WRITING && standing != Progress.UNRECORDED;
    }

    /** Official who has it in hand: wrote it, or submitted it. */
    public String inHandOf() {
        return draft.submittedBy() == null ? draft.writtenBy() : draft.submittedBy();
    }
}
