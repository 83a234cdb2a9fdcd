package org.comity.capacity.overview;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.capacity.KeptList;
import org.comity.capacity.OffersOnBoard;
import org.comity.capacity.OffersOnBoard.Offer;
import org.comity.capacity.ThreadWithActs;
import org.comity.casework.CaseAccess;
import org.comity.casework.Drafts;
import org.comity.procedure.Composition;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.thread.Threads;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds on the board what is offered, first what our own needs ask for, and begins a need with what an offer says. */
@Component
class FindingOffers {

    /** Beside our own needs; the board has the rest. */
    static final int SHOWN = 5;

    private static final List<String> CARRIED = List.of("articles", "unit", "languages", "mode");

    private final OffersOnBoard board;
    private final CapacityProcedures laws;
    private final Procedures procedures;
    private final Requests requests;
    private final Threads threads;
    private final Drafts drafts;
    private final CaseAccess access;
    private final KeptList kept;

    FindingOffers(
            OffersOnBoard board,
            CapacityProcedures laws,
            Procedures procedures,
            Requests requests,
            Threads threads,
            Drafts drafts,
            CaseAccess access,
            KeptList kept) {
        this.board = board;
        this.laws = laws;
        this.procedures = procedures;
        this.requests = requests;
        this.threads = threads;
        this.drafts = drafts;
        this.access = access;
        this.kept = kept;
    }

    /** Nothing where the list is kept: its officers read it whole. */
    OfferedView read(Official by) {
        var offers = kept.here() ? List.<Offer>of() : board.newest();
        var wanted = offers.isEmpty() ? Set.<Object>of() : wanted(by);
        var lines = offers.stream()
                .map(it -> new OfferedView.Line(it, it.kinds().stream().anyMatch(wanted::contains)))
                .sorted(Comparator.comparing(it -> !it.wanted()))
                .toList();
        return new OfferedView(laws.offers(), lines.stream().limit(SHOWN).toList(), lines.size() > SHOWN);
    }

    /** Kinds of help for which a need of ours has not ended. */
    private Set<Object> wanted(Official by) {
        List<RequestRow> running = requests.ofLaw(laws.needs(), Role.REQUESTING, by.id(), ReadingCapacity.MOST).stream()
                .filter(it -> !laws.ended(it.state()))
                .toList();
        return ThreadWithActs.of(threads, running).stream()
                .map(it -> (Object) it.opening().text("kind"))
                .collect(Collectors.toSet());
    }

    /**
     * Nothing is sent by it: the officer writes on.
     *
     * @return where; empty where the offer no longer stands
     */
    @Transactional
    String begin(String subject, Official by) {
        access.mustWrite(by);
        var offer = board.find(subject);
        if (offer.isEmpty()) return "";
        var need = procedures.ofLaw(laws.needs()).orElseThrow();
        var body = begun(need.composition(), offer.get());
        var draft = drafts.start(
                need.id(), need.opening(), need.opener(), offer.get().host(), null, body, by);
        return "/drafts/" + draft.id() + "/" + Composition.STATE;
    }

    /**
     * What both forms ask in the same words; how many, when and why, only the State in need can say. What a board holds was written
     * elsewhere: what the form does not offer, or would refuse, is left for the officer.
     */
    private static Map<String, Object> begun(Composition form, Offer offer) {
        var carried = new HashMap<>(form.empty());
        CARRIED.forEach(key -> {
            var said = offer.body().json().get(key);
            if (said != null) carried.put(key, said);
        });
        carried.put("title", offer.title());
        if (offer.kinds().size() == 1) carried.put("kind", offer.kinds().getFirst());
        var clean = form.clean(carried);
        var fit = new HashMap<>(clean);
        for (var step : form.steps()) {
            form.problems(clean, step).all().forEach(it -> {
                if (CARRIED.contains(it.field()) || it.field().equals("title")) fit.remove(it.field());
            });
        }
        return form.clean(fit);
    }
}
