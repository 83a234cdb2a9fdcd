package org.comity.casework.calls;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import org.comity.casework.SameIdentifiers;
import org.comity.casework.calls.CallView.Suggestion;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.procedure.Requests.Filter;
import org.comity.procedure.Requests.Order;
import org.comity.procedure.Requests.View;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Component;

/** Finds the request that a call may belong to: of the same State, about the same account or device, or near to it in time. */
@Component
class RequestsOfCall {

    private static final int LOOKED_AT = 20;
    private static final int MOST = 10;

    /** A call goes before its request, or hurries one that came. */
    private static final Duration BEFORE = Duration.ofDays(2);

    private static final Duration AFTER = Duration.ofDays(4);

    private final Requests requests;
    private final SameIdentifiers same;

    RequestsOfCall(Requests requests, SameIdentifiers same) {
        this.requests = requests;
        this.same = same;
    }

    /** Those that name the same come first, then the newest. */
    List<Suggestion> of(KeptCall call, Official by) {
        if (call.counterpart().isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Suggestion>();
        var known = new HashSet<String>();
        if (!call.identifier().isEmpty()) {
            same.named(List.of(call.identifier()), by).stream()
                    .flatMap(it -> it.others().stream())
                    .filter(asks(call))
                    .filter(it -> known.add(it.thread()))
                    .forEach(it -> found.add(new Suggestion(it, true)));
        }
        var theirs = new Filter(
                View.ALL,
                Role.REQUESTED,
                List.of(),
                null,
                List.of(call.counterpart()),
                null,
                null,
                call.takenAt(),
                List.of(),
                by.id());
        requests.list(theirs, Order.NEWEST, null, LOOKED_AT).rows().stream()
                .filter(asks(call))
                .filter(it -> near(it, call))
                .filter(it -> known.add(it.thread()))
                .forEach(it -> found.add(new Suggestion(it, false)));
        return found.stream().limit(MOST).toList();
    }

    private static Predicate<RequestRow> asks(KeptCall call) {
        return it -> it.ourRole() == Role.REQUESTED && state(it.counterpart()).equals(state(call.counterpart()));
    }

    static boolean near(RequestRow row, KeptCall call) {
        return row.openedAt().isAfter(call.at().minus(BEFORE))
                && row.openedAt().isBefore(call.at().plus(AFTER));
    }

    /** Another authority of the same State may have asked. */
    private static String state(String participant) {
        return participant.substring(0, participant.indexOf('-'));
    }
}
