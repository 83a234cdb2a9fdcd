package org.comity.procedure.file;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.convention.Convention;
import org.comity.convention.reading.LawNode;
import org.comity.procedure.AnswerToOrder;
import org.comity.procedure.DomesticOrder;
import org.comity.procedure.ServingOrders;
import org.comity.procedure.field.FiledField;
import org.comity.thread.Procedure.Result.Moved;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;

/** Begins a request of a procedure that is a file with what a domestic order says, field by field as {@code serves} has it. */
final class FiledServing implements ServingOrders {

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    /** What an order says, and the types of field that can say it. */
    private static final Map<String, List<String>> PARTS = Map.of(
            "number", List.of("line", "text"),
            "court", List.of("line", "text"),
            "data", List.of("text"),
            "until", List.of("instant"),
            "may-tell", List.of("choice"));

    private final ProcedureFile file;
    private final FiledComposition composition;
    private final FiledProcedure procedure;

    FiledServing(ProcedureFile file, FiledComposition composition, FiledProcedure procedure) {
        this.file = file;
        this.composition = composition;
        this.procedure = procedure;
    }

    /** What stands under {@code serves}: a part of the order, by the field that begins with it. */
    static Map<String, String> read(LawNode node, List<FiledField> opening) {
        var serves = new HashMap<String, String>();
        node.entries().forEach((key, part) -> {
            var field = opening.stream()
                    .filter(it -> it.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> part.fault("\"%s\" is no field of the opening act: name one".formatted(key)));
            var types = PARTS.get(part.text());
            if (types == null || !types.contains(field.type().name())) {
                throw part.fault("\"%s\" is no part of an order that a field of type %s says: one of %s"
                        .formatted(part.text(), field.type().name(), PARTS));
            }
            if (part.text().equals("may-tell") && field.options().size() != 2) {
                throw part.fault("give \"%s\" two options: may not, and may".formatted(key));
            }
            serves.put(key, part.text());
        });
        return Map.copyOf(serves);
    }

    @Override
    public String procedure() {
        return file.id();
    }

    @Override
    public Map<String, Object> begun(DomesticOrder order, Map<String, Object> like) {
        var body = new HashMap<>(composition.empty());
        // What the State's own law orders rests on no treaty: the officer names that law.
        body.put("instrument", Convention.OTHER);
        var answered = file.answered();
        if (answered != null && like.get(answered.rows()) != null) {
            body.put(answered.rows(), like.get(answered.rows()));
        }
        file.serves().forEach((key, part) -> body.put(key, value(key, part, order)));
        return composition.clean(body);
    }

    @Override
    public List<AnswerToOrder> answers(List<KeptAct> acts) {
        var answered = file.answered();
        return answered == null ? List.of() : answered.of(acts);
    }

    @Override
    public List<String> named(KeptAct opening) {
        var answered = file.answered();
        return answered == null ? List.of() : answered.named(opening);
    }

    @Override
    public Set<String> asksKept(Map<String, Object> opening) {
        var asks = file.asksKept();
        return asks == null ? Set.of() : asks.of(opening);
    }

    @Override
    public Optional<Deletion> deletion(Threads.Thread thread, List<KeptAct> acts) {
        var answered = file.answered();
        var act = answered == null ? null : answered.deleted();
        var state = thread.state();
        if (act == null || state == null || !state.ended()) return Optional.empty();
        var said = acts.stream()
                .filter(it -> it.envelope().type().equals(act))
                .map(KeptAct::at)
                .reduce((_, last) -> last);
        if (said.isPresent()) return Optional.of(new Deletion(act, said.get()));
        return procedure.roles(act).stream()
                        .flatMap(it -> procedure.said(act, it.word()))
                        .anyMatch(it -> procedure.move(state, it) instanceof Moved)
                ? Optional.of(new Deletion(act, null))
                : Optional.empty();
    }

    private String value(String key, String part, DomesticOrder order) {
        return switch (part) {
            case "number" -> order.number();
            case "court" -> order.court();
            case "data" -> order.data();
            case "until" ->
                order.until() == null
                        ? ""
                        : order.until()
                                .atTime(LAST_SECOND)
                                .toInstant(ZoneOffset.UTC)
                                .toString();
            default -> {
                var options = file.field(file.opening(), key).orElseThrow().options();
                yield order.mayTell() ? options.getLast() : options.getFirst();
            }
        };
    }
}
