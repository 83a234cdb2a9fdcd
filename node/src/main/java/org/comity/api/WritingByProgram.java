package org.comity.api;

import java.util.Map;
import java.util.Optional;
import org.comity.casework.BeforeSubmission;
import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.casework.Drafts;
import org.comity.directory.Directory;
import org.comity.procedure.ActFilling;
import org.comity.procedure.Draft;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.procedure.Requests;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A program writes an act for the desk: the opening one, or a step that is offered now. */
@Component
class WritingByProgram {

    private final Drafts drafts;
    private final BeforeSubmission beforehand;
    private final Requests requests;
    private final ReadingRequest reading;
    private final Directory directory;
    private final CaseAccess access;
    private final Compartments compartments;
    private final Procedures procedures;

    WritingByProgram(
            Drafts drafts,
            BeforeSubmission beforehand,
            Requests requests,
            ReadingRequest reading,
            Directory directory,
            CaseAccess access,
            Compartments compartments,
            Procedures procedures) {
        this.drafts = drafts;
        this.beforehand = beforehand;
        this.requests = requests;
        this.reading = reading;
        this.directory = directory;
        this.access = access;
        this.compartments = compartments;
        this.procedures = procedures;
    }

    @Transactional
    Draft open(
            String procedure, String counterpart, Map<String, Object> given, Map<String, Object> facts, Official by) {
        access.mustWrite(by);
        var known = known(procedure);
        var type = known.opening();
        if (counterpart.equals(directory.self().id())
                || directory.find(counterpart).isEmpty()) {
            throw new IdempotentRequestRefused.Field("counterpart");
        }
        if (!known.table()
                .admits(known.opener().other(), directory.get(counterpart).kind())) {
            throw new IdempotentRequestRefused.Field("counterpart");
        }
        var node = directory.get(counterpart).node();
        if (node != null && !node.procedures().contains(procedure)) {
            throw new IdempotentRequestRefused.Field("procedure");
        }
        var body = known.filling().body(type, given);
        var said = known.composition().facts(body, known.filling().facts(type, facts, null));
        var begun = drafts.start(procedure, type, known.opener(), counterpart, null, body, by);
        return said.isEmpty() ? begun : known(drafts.save(begun.id(), begun.version(), body, said, by), by);
    }

    @Transactional
    Draft step(String reference, String type, Map<String, Object> given, Map<String, Object> facts, Official by) {
        access.mustWrite(by);
        var row = reading.row(reference, by);
        var offered = reading.offered(row);
        if (!offered.contains(type)) {
            throw new IdempotentRequestRefused.NotOffered(type, String.join(", ", offered));
        }
        var filling = known(row.procedure()).filling();
        var filled = filling.step(row, type, given, facts, by);
        var begun =
                drafts.start(row.procedure(), type, row.ourRole(), row.counterpart(), row.thread(), filled.body(), by);
        return drafts.save(begun.id(), begun.version(), filled.body(), filled.facts(), by);
    }

    /** The whole content anew: what is left out is empty. */
    @Transactional
    Draft save(String id, long version, Map<String, Object> given, Map<String, Object> facts, Official by) {
        access.mustWrite(by);
        var draft = drafts.get(id);
        var known = known(draft.procedure());
        var filling = known.filling();
        var filled = Optional.ofNullable(draft.thread())
                .flatMap(requests::ofThread)
                .map(row -> filling.step(row, draft.type(), given, facts, by))
                .orElseGet(() -> {
                    var body = filling.body(draft.type(), given);
                    var said = filling.facts(draft.type(), facts, null);
                    return new ActFilling.Filled(body, known.composition().facts(body, said));
                });
        return known(drafts.save(id, version, filled.body(), filled.facts(), by), by);
    }

    private Draft known(Draft draft, Official by) {
        compartments.mustKnow(draft, by);
        return draft;
    }

    @Transactional
    Draft submit(String id, long version, @Nullable Channel channel, Official by) {
        long saved = channel == null
                ? version
                : drafts.goesBy(id, version, channel, by).version();
        var submitted = drafts.submit(id, saved, by);
        beforehand.check(submitted);
        return submitted;
    }

    private KnownProcedure known(String procedure) {
        return procedures.find(procedure).orElseThrow(() -> new IdempotentRequestRefused.Field("procedure"));
    }
}
