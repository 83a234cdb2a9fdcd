package org.comity.casework.joint;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.casework.Compartments;
import org.comity.casework.joint.JointViews.DraftLine;
import org.comity.identity.Officials;
import org.comity.thread.JointThreads;
import org.comity.ui.Language;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Lists what is written for joint threads and has not left, so that one draft is told from another. */
@Component
class ListingJointDrafts {

    private final JointDraftRows drafts;
    private final JointProcedures procedures;
    private final JointDocument document;
    private final JointThreads threads;
    private final Compartments compartments;
    private final Officials officials;

    ListingJointDrafts(
            JointDraftRows drafts,
            JointProcedures procedures,
            JointDocument document,
            JointThreads threads,
            Compartments compartments,
            Officials officials) {
        this.drafts = drafts;
        this.procedures = procedures;
        this.document = document;
        this.threads = threads;
        this.compartments = compartments;
        this.officials = officials;
    }

    /** Of all threads that this official may see, and of those that are not begun. */
    List<DraftLine> all(ReadingJointThread reading, Official by, Language language) {
        return drafts.unsent(null).stream()
                .filter(it -> it.thread() == null || !compartments.hides(it.thread(), by))
                .map(it -> line(it, true, reading, language))
                .toList();
    }

    List<DraftLine> of(String thread, ReadingJointThread reading, Language language) {
        return drafts.unsent(thread).stream()
                .map(it -> line(it, false, reading, language))
                .toList();
    }

    private DraftLine line(JointDraft draft, boolean amongOthers, ReadingJointThread reading, Language language) {
        return new DraftLine(
                draft.id(),
                reading.label(procedures.of(draft.procedure()), draft.type(), language)
                        + Stream.of("party", "speaker")
                                .flatMap(key -> Stream.ofNullable(draft.facts().get(key)))
                                .map(whom -> ": " + document.name(whom, language))
                                .collect(Collectors.joining()),
                amongOthers ? about(draft, reading, language) : List.of(),
                draft.status() == JointDraft.Status.SUBMITTED,
                officials.name(draft.writtenBy()),
                draft.savedAt());
    }

    private List<String> about(JointDraft draft, ReadingJointThread reading, Language language) {
        var procedure = procedures.of(draft.procedure());
        if (!draft.type().equals(procedure.opening())) {
            return Stream.ofNullable(draft.thread())
                    .flatMap(it -> threads.find(it).stream())
                    .map(it -> reading.title(it, language))
                    .toList();
        }
        return Stream.concat(
                        Stream.of(procedure.subject(draft.body(), language.locale())),
                        draft.invites().stream().map(it -> document.name(it, language)))
                .filter(it -> !it.isBlank())
                .toList();
    }
}
