package org.comity.casework.requests;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.casework.GivenRequests;
import org.comity.identity.Officials;
import org.comity.ledger.Ledger;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.ui.ListPage;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RuleBroken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives requests to whom they are not closed, each with a line of the record. */
@Component
class GivingRequests implements GivenRequests {

    private final GivenRows rows;
    private final Requests requests;
    private final CaseAccess access;
    private final Compartments compartments;
    private final Officials officials;
    private final Ledger ledger;
    private final Clock clock;

    GivingRequests(
            GivenRows rows,
            Requests requests,
            CaseAccess access,
            Compartments compartments,
            Officials officials,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.requests = requests;
        this.access = access;
        this.compartments = compartments;
        this.officials = officials;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public List<Official> officers(Collection<String> threads) {
        var sees = compartments.readers(threads);
        return Stream.of(Duty.DUTY_OFFICER, Duty.LAWYER)
                .flatMap(it -> officials.holding(it).stream())
                .filter(it -> sees.test(it.id()))
                .distinct()
                .sorted(Comparator.comparing(Official::name))
                .toList();
    }

    @Override
    public List<RequestRow> ticked(Collection<String> addresses, Official by) {
        access.mustWrite(by);
        if (addresses.isEmpty()) throw new Refused("none", "request");
        if (addresses.size() > MOST) throw new Refused("too-many", "request");
        return addresses.stream()
                .distinct()
                .map(it -> access.find(it, by).orElseThrow(() -> new Refused("unknown", "request")))
                .toList();
    }

    @Override
    @Transactional
    public void give(Collection<String> addresses, String owner, Official by) {
        var given = ticked(addresses, by);
        if (owner.isEmpty()) throw new Refused("to-whom", "owner");
        if (!owner.equals(NOBODY)
                && !owner.equals(by.id())
                && officers(given.stream().map(RequestRow::thread).toList()).stream()
                        .noneMatch(it -> it.id().equals(owner))) {
            throw new Refused("not-theirs", "owner");
        }
        given.forEach(it -> put(it, owner, by));
    }

    @Override
    @Transactional
    public void give(String address, String was, String owner, Official by) {
        access.mustWrite(by);
        var now = access.find(address, by)
                .map(RequestRow::owner)
                .filter(it -> !it.equals(was) && !it.equals(by.id()) && !it.equals(owner));
        if (now.isPresent()) throw new Refused("meanwhile", "owner");
        give(List.of(address), owner, by);
    }

    private void put(RequestRow request, String owner, Official by) {
        if (owner.equals(NOBODY) || owner.equals(by.id())) {
            requests.own(request.address(), owner.equals(NOBODY) ? null : owner, by);
        } else if (!owner.equals(request.owner())) {
            rows.give(request.thread(), owner, by.id(), clock.instant());
            ledger.record(by, "request.given", request.thread(), Map.of("to", owner));
        }
    }

    @Override
    public ListPage<Given> to(Official official) {
        var read = rows.open(official.id());
        var given = compartments.seen(read, it -> it.request().thread(), official.id()).stream()
                .map(it -> new Given(it.request(), officials.name(it.by()), it.at()))
                .limit(MOST)
                .toList();
        return new ListPage<>(given, read.size() > MOST);
    }

    static final class Refused extends RuleBroken {
        Refused(String why, String field) {
            super("give." + why, Map.of(), field);
        }
    }
}
