package org.comity.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.procedure.Requests.Order;
import org.comity.procedure.Requests.View;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

/** A view that is saved keeps every filter that was set, each way that its address goes. */
class SavedFiltersTest {

    private static final DeskQuery EVERY = new DeskQuery(
            View.WAITING,
            Role.REQUESTING,
            List.of(Channel.BAG, Channel.PHONE),
            "Côte & Sønner = 1+1",
            "Closed",
            true,
            "tolva",
            List.of("assistance", "capacity-need"),
            "50% of \u0634\u064a\u0621 & more",
            false,
            Order.ENDS,
            true,
            null);

    @Test
    void every_filter_comes_back_from_the_fields_of_the_form() {
        assertThat(again(EVERY)).isEqualTo(EVERY);
        var officers = DeskQuery.of(Map.of("view", List.of("officers")), View.ALL);
        assertThat(again(officers).onlyOfficers()).isTrue();
    }

    /** A filter that is added must be set here, and so must come back. */
    @Test
    void no_filter_is_left_out_of_this_test() {
        var unset = DeskQuery.of(Map.of(), View.OURS_TO_ACT);
        assertThat(Stream.of(DeskQuery.class.getRecordComponents())
                        .filter(it -> value(it, EVERY).equals(value(it, unset)))
                        .map(RecordComponent::getName))
                .containsExactly("onlyOfficers", "after");
    }

    /** The names of all filters, as an address has them. */
    static List<String> parameters() {
        return view(EVERY).parts().stream().map(Map.Entry::getKey).distinct().toList();
    }

    private static DeskQuery again(DeskQuery query) {
        var form = new LinkedMultiValueMap<String, String>();
        view(query).parts().forEach(it -> form.add(it.getKey(), it.getValue()));
        return DeskQuery.of(form, View.OURS_TO_ACT);
    }

    private static DeskView view(DeskQuery query) {
        var components = new ArrayList<Object>();
        for (var each : DeskView.class.getRecordComponents()) {
            components.add(each.getName().equals("address") ? query.address() : empty(each.getType()));
        }
        try {
            var constructor = DeskView.class.getDeclaredConstructors()[0];
            return (DeskView) constructor.newInstance(components.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object empty(Class<?> type) {
        if (type == int.class) return 0;
        if (type == boolean.class) return false;
        return type == List.class ? List.of() : null;
    }

    private static Object value(RecordComponent component, DeskQuery query) {
        try {
            return String.valueOf(component.getAccessor().invoke(query));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
