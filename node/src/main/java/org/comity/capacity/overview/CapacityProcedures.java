package org.comity.capacity.overview;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.comity.capacity.CapacityList;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestGroup;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Knows which procedures are about capacity, as their files say; no class names them. */
@Component
class CapacityProcedures {

    static final String CHANGE = "amend";

    private final ObjectProvider<Procedures> procedures;
    private final String needs = CapacityList.of("needs");
    private final String offers = CapacityList.of("offers");
    private final String activities = CapacityList.of("activities");
    private final List<String> proposed = list("proposed");
    private final List<String> ended = list("ended");

    // The catalogue is asked when needed: the rail asks on each page, also on those that are drawn before it is there.
    CapacityProcedures(ObjectProvider<Procedures> procedures) {
        this.procedures = procedures;
    }

    String needs() {
        return needs;
    }

    String offers() {
        return offers;
    }

    /** As the law data name them: needs first, then offers, activities, and the rest. */
    List<String> laws() {
        var all = procedures.getObject();
        var first = List.of(needs, offers, activities);
        return all.laws().stream()
                .filter(it -> all.ofLaw(it).orElseThrow().composition().group() == RequestGroup.CAPACITY)
                .sorted(Comparator.comparing(it -> first.contains(it) ? first.indexOf(it) : first.size()))
                .toList();
    }

    boolean awaitsYes(String state) {
        return proposed.contains(state);
    }

    /** Whether by this procedure, with its version, a change says this field anew: a body is open and may say what counts for nothing. */
    boolean changes(String procedure, String field) {
        return procedures
                .getObject()
                .find(procedure)
                .map(it -> it.writing().table().of(CHANGE))
                .orElse(List.of())
                .stream()
                .anyMatch(it -> it.key().equals(field));
    }

    boolean ended(String state) {
        return ended.contains(state);
    }

    private static List<String> list(String key) {
        return Arrays.stream(CapacityList.of(key).split(",")).map(String::strip).toList();
    }
}
