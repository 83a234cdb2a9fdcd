package org.comity.casework.links;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.Drafts;
import org.comity.casework.UnsentDrafts;
import org.comity.convention.Convention;
import org.comity.convention.Instrument;
import org.comity.procedure.Draft;
import org.comity.procedure.Following;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.procedure.form.FieldBroken;
import org.comity.thread.Threads;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Once the request is here, what is preserved is kept until the request is decided, Art. 42(8): the act says so. */
@Component
class HoldingFollowed {

    private final FollowsRows rows;
    private final Requests requests;
    private final Drafts drafts;
    private final UnsentDrafts unsent;
    private final Threads threads;
    private final Convention convention;
    private final Procedures procedures;

    HoldingFollowed(
            FollowsRows rows,
            Requests requests,
            Drafts drafts,
            UnsentDrafts unsent,
            Threads threads,
            Convention convention,
            Procedures procedures) {
        this.rows = rows;
        this.requests = requests;
        this.drafts = drafts;
        this.unsent = unsent;
        this.threads = threads;
        this.convention = convention;
        this.procedures = procedures;
    }

    /** It is ours to hold, and would have effect. */
    boolean possible(RequestRow request, RequestRow preservation, Instant now) {
        return preservation.ourRole() == Role.REQUESTED
                && threads.find(preservation.thread())
                        .filter(it -> it.disputed() == null)
                        .map(Threads.Thread::state)
                        .filter(it -> procedures
                                .of(preservation.procedure())
                                .steps()
                                .offered(it, Role.REQUESTED, now)
                                .contains(holds(request)))
                        .isPresent();
    }

    /** What it asked for is held until another request is decided. */
    boolean held(RequestRow row) {
        return procedures
                .find(row.procedure())
                .filter(it -> it.steps().heldForAnother(row.state()))
                .isPresent();
    }

    /** One that waits for its second officer already, or is being written. */
    Optional<Draft> begun(RequestRow request, RequestRow preservation) {
        var type = holds(request);
        return unsent.of(preservation.thread()).stream()
                .filter(it -> it.type().equals(type))
                .findFirst();
    }

    /** Written and made final in one press; what is left is the officer's approval. */
    @Transactional
    Draft hold(RequestRow request, Instant now, Official by) {
        var preservation = rows.followed(request.thread())
                .flatMap(requests::ofThread)
                .orElseThrow(() -> new FieldBroken(DraftingFollowUp.FOLLOWS, "not-here", request.reference()));
        var begun = begun(request, preservation);
        if (begun.isPresent()) {
            return begun.get();
        }
        if (!possible(request, preservation, now)) {
            throw new FieldBroken(DraftingFollowUp.FOLLOWS, "not-here", preservation.reference());
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("channel", "node");
        body.put("instrument", instrument(request));
        body.put("theirReference", request.reference());
        body.put(
                "receivedOn",
                request.openedAt().atOffset(ZoneOffset.UTC).toLocalDate().toString());
        body.put("text", "");
        var draft = drafts.start(
                preservation.procedure(),
                holds(request),
                Role.REQUESTED,
                preservation.counterpart(),
                preservation.thread(),
                body,
                by);
        var saved = drafts.save(draft.id(), draft.version(), body, Map.of(), by);
        return drafts.submit(saved.id(), saved.version(), by);
    }

    private String holds(RequestRow request) {
        return procedures
                .of(request.procedure())
                .following()
                .map(Following::holds)
                .orElse("");
    }

    private String instrument(RequestRow request) {
        return threads.opening(request.thread())
                .flatMap(it -> convention.instrument(it.envelope().convention()))
                .map(Instrument::name)
                .map(it -> it.in("en"))
                .orElse("");
    }
}
