package org.comity.casework.orders;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.casework.AnsweredOrders;
import org.comity.casework.Compartments;
import org.comity.casework.orders.ServedRows.Begun;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.procedure.AnswerToOrder;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.ui.OncePerPage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads in the threads in which the orders of a request were served what was answered there. */
// The catalogue and the requests are asked when needed: they are made of parts that are made with this one.
@Component
class ReadingAnswers implements AnsweredOrders {

    private final ServedRows served;
    private final Compartments compartments;
    private final Threads threads;
    private final Directory directory;
    private final ObjectProvider<Requests> requests;
    private final ObjectProvider<Procedures> procedures;

    ReadingAnswers(
            ServedRows served,
            Compartments compartments,
            Threads threads,
            Directory directory,
            ObjectProvider<Requests> requests,
            ObjectProvider<Procedures> procedures) {
        this.served = served;
        this.compartments = compartments;
        this.threads = threads;
        this.directory = directory;
        this.requests = requests;
        this.procedures = procedures;
    }

    @Override
    public List<Answered> to(String request) {
        return OncePerPage.ask("casework.answers " + request, () -> read(request));
    }

    private List<Answered> read(String request) {
        var begun = served.begun(request).rows().stream()
                .map(Begun::thread)
                .flatMap(Stream::ofNullable)
                .toList();
        var of = compartments.seenWith(begun, request);
        if (of.isEmpty()) return List.of();
        var acts = threads.effective(of).stream().collect(groupingBy(KeptAct::thread));
        var orders = new LinkedHashMap<String, RequestRow>();
        requests.getObject().ofThreads(of).forEach(it -> orders.put(it.thread(), it));
        var ended = ended(of);
        return of.stream()
                .flatMap(it -> Stream.ofNullable(orders.get(it)))
                .flatMap(it -> of(it, ended.contains(it.thread()), acts.getOrDefault(it.thread(), List.of())))
                .toList();
    }

    private Stream<Answered> of(RequestRow order, boolean over, List<KeptAct> acts) {
        var by = GoneParticipant.shown(directory, order.counterpart());
        return answers(order, acts).stream().map(it -> new Answered(order.address(), by, over, it));
    }

    private List<AnswerToOrder> answers(RequestRow order, List<KeptAct> acts) {
        return procedures
                .getObject()
                .find(order.procedure())
                .flatMap(KnownProcedure::serving)
                .map(it -> it.answers(acts))
                .orElse(List.of());
    }

    private Set<String> ended(List<String> of) {
        return threads.find(of).stream()
                .filter(it -> it.state() != null && it.state().ended())
                .map(Threads.Thread::id)
                .collect(toSet());
    }
}
