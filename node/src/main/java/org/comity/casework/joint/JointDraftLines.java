package org.comity.casework.joint;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.casework.Compartments;
import org.comity.casework.joint.JointViews.DraftLine;
import org.comity.identity.Officials;
import org.comity.procedure.file.JointProcedure;
import org.comity.thread.JointThreads;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says of each act of a joint thread that has not left what it is, how it stands, and who has it in hand. */
@Component
class JointDraftLines {

    private final JointDraftRows drafts;
    private final JointProcedures procedures;
    private final JointDocument document;
    private final JointThreads threads;
    private final Compartments compartments;
    private final Officials officials;
    private final Words words;

    JointDraftLines(
            JointDraftRows drafts,
            JointProcedures procedures,
            JointDocument document,
            JointThreads threads,
            Compartments compartments,
            Officials officials,
            Words words) {
        this.drafts = drafts;
        this.procedures = procedures;
        this.document = document;
        this.threads = threads;
        this.compartments = compartments;
        this.officials = officials;
        this.words = words;
    }

    /** @param thread of which, or null: of all, and those that open one, each told from the others */
    List<DraftLine> of(@Nullable String thread, ReadingJointThread reading, Official by, Language language) {
        return compartments.seen(drafts.unsent(thread), JointDraft::thread, by.id()).stream()
                .map(it -> new DraftLine(
                        it.id(),
                        words.say(language, key(procedures.of(it.procedure()), it.type())) + whom(it, language),
                        thread == null ? about(it, reading, language) : List.of(),
                        it.status() == JointDraft.Status.SUBMITTED,
                        officials.name(it.writtenBy()),
                        it.savedAt(),
                        officials.name(it.givenBackBy()),
                        it.givenBack() == null ? "" : it.givenBack()))
                .toList();
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

    private String whom(JointDraft draft, Language language) {
        return Stream.of("party", "speaker")
                .flatMap(key -> Stream.ofNullable(draft.facts().get(key)))
                .map(it -> ": " + document.name(it, language))
                .collect(Collectors.joining());
    }

    /** Message that names an act of this type. */
    static String key(JointProcedure procedure, String type) {
        return (procedure.has(type) ? procedure.law() : "joint") + ".act." + type;
    }
}
