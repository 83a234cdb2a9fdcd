package org.comity.thread.joint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.comity.proof.register.SignedEntry;
import org.comity.thread.JointThreads.Brought;
import org.comity.thread.JointThreads.Page;
import org.comity.thread.Threads.Refused;
import org.springframework.stereotype.Component;

/** Makes what leaves for a party next, from its cursor on and as far as it may see (R120 to R125). */
@Component
class MakingJointPages {

    private static final int ENTRIES = 100;
    private static final int ACTS = 15;
    private static final long BYTES = 4_500_000;

    private final JointRows threads;
    private final JointActRows acts;
    private final PartyRows parties;
    private final RegisterKeys keys;

    MakingJointPages(JointRows threads, JointActRows acts, PartyRows parties, RegisterKeys keys) {
        this.threads = threads;
        this.acts = acts;
        this.parties = parties;
        this.keys = keys;
    }

    /** Parties that have not got all that they may see. */
    List<String> behind(String id) {
        return threads.find(id).filter(it -> it.lastN() > 0).stream()
                .flatMap(row -> parties.all(id).stream()
                        .filter(it -> it.at() == null && serves(row, it.participant()))
                        .filter(it -> parties.cursor(id, it.participant()).sent() < it.limit(row.lastN()))
                        .map(PartyRows.Stay::participant))
                .toList();
    }

    Optional<Page> next(String id, String party) {
        var thread = threads.find(id).filter(it -> serves(it, party));
        var stay = parties.stay(id, party).filter(it -> it.at() == null);
        if (thread.isEmpty() || stay.isEmpty()) return Optional.empty();
        var cursor = parties.cursor(id, party);
        return Optional.of(page(thread.get(), stay.get(), cursor.sent(), Long.MAX_VALUE, cursor.whole()))
                .filter(it -> !it.entries().isEmpty());
    }

    /** Entries behind {@code after} up to {@code to}, as far as the party may see them now. */
    Page anew(String id, String party, long after, long to) {
        var thread = threads.find(id).orElseThrow(() -> new Refused("unknown-thread", "no such thread"));
        var stay = parties.stay(id, party).orElseThrow(() -> new Refused("not-a-party", party));
        return page(thread, stay, after, to, parties.cursor(id, party).whole());
    }

    void delivered(String id, String party, long after, long to) {
        threads.lock(id);
        var cursor = parties.cursor(id, party);
        // It has asked from further back since this page was made, and gets that.
        if (cursor.sent() < after) return;
        parties.set(id, party, new PartyRows.Cursor(Math.max(cursor.sent(), to), cursor.whole()));
    }

    void refused(String id, String party) {
        threads.lock(id);
        parties.set(id, party, new PartyRows.Cursor(parties.cursor(id, party).sent(), true));
    }

    Page fetched(String id, long after, String from) {
        var thread = threads.lock(id).orElseThrow(() -> new Refused("unknown-thread", "no such thread"));
        var stay = parties.stay(id, from)
                .filter(it -> it.at() == null)
                .orElseThrow(() -> new Refused("not-a-party", from));
        long begin = Math.max(0, Math.min(after, thread.lastN()));
        long sent = keeps(thread) ? begin : parties.cursor(id, from).sent();
        parties.set(id, from, new PartyRows.Cursor(sent, true));
        return page(thread, stay, begin, Long.MAX_VALUE, true);
    }

    /** The keeper all others; who handed the register over, the new keeper, until that one goes on. */
    private boolean serves(JointRow thread, String party) {
        if (party.equals(keys.self()) || thread.lastN() == 0) return false;
        return keeps(thread)
                || party.equals(thread.keeperOfNext())
                        && acts.keeperAt(thread.id(), thread.lastN()).equals(keys.self());
    }

    boolean keeps(JointRow thread) {
        return thread.keptBy(keys.self());
    }

    private Page page(JointRow thread, PartyRows.Stay stay, long after, long to, boolean whole) {
        long limit = stay.limit(thread.lastN());
        var entries = new ArrayList<SignedEntry>();
        var brought = new ArrayList<Brought>();
        long bytes = 0;
        for (var signed : acts.after(thread.id(), after, ENTRIES)) {
            if (signed.entry().n() > Math.min(limit, to)) break;
            var act = acts.find(signed.entry().act()).orElseThrow();
            if (whole || !act.envelope().author().equals(stay.participant())) {
                var sealed = stay.shown(signed.entry().n()) ? act.sealed() : null;
                bytes += sealed == null ? 0 : sealed.container().length;
                if (brought.size() == ACTS || bytes > BYTES) break;
                brought.add(sealed == null ? new Brought.Thin(act.envelope()) : new Brought.Whole(sealed));
            }
            entries.add(signed);
        }
        return new Page(thread.id(), after, entries, limit, brought);
    }
}
