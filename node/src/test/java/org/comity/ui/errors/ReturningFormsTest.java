package org.comity.ui.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.web.servlet.DispatcherServlet.OUTPUT_FLASH_MAP_ATTRIBUTE;

import java.util.List;
import java.util.Map;
import org.comity.ui.ReturnedForm;
import org.comity.vocabulary.RuleBroken;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.FlashMap;

/** What was typed comes back with the page, as far as there is room for it. */
class ReturningFormsTest {

    @Test
    void a_text_without_room_takes_no_other_field_with_it() {
        var request = new MockHttpServletRequest("POST", "/notes");
        request.addHeader("Referer", "https://node.example/notes/new");
        request.addParameter("before", "one");
        request.addParameter("long", "x".repeat(200_001));
        request.addParameter("password", "y".repeat(199_995));
        request.addParameter("after", "two", "three");
        var flash = new FlashMap();
        request.setAttribute(OUTPUT_FLASH_MAP_ATTRIBUTE, flash);

        assertThat(ReturningForms.page(new RuleBroken("code", Map.of(), "after") {}, request))
                .isPresent();

        assertThat(flash.get("returned"))
                .isInstanceOfSatisfying(
                        ReturnedForm.class,
                        it -> assertThat(it.typed())
                                .isEqualTo(Map.of("before", List.of("one"), "after", List.of("two", "three"))));
    }
}
