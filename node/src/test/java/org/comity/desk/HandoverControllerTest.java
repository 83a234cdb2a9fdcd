package org.comity.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.comity.ui.FormProblems;
import org.comity.ui.PagesForTests;
import org.comity.ui.SinglePress;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

/** A note that would say nothing is written only where somebody says so. */
class HandoverControllerTest {

    private static final Official MAREN = new Official("maren", "I. Maren", "XA-1/o-1", Set.of(Duty.DUTY_OFFICER));

    private final HandingOver handing = mock();
    private final HandoverController controller = new HandoverController(handing, mock(), new SinglePress() {
        @Override
        public String once(String token, Supplier<String> act) {
            return act.get();
        }
    });

    private final ExtendedModelMap model = new ExtendedModelMap();

    @BeforeEach
    void a_quiet_night() {
        open(0);
    }

    private void open(int open) {
        when(handing.view(any(), any(), any(), any()))
                .thenReturn(new HandoversView(
                        open,
                        List.of(),
                        false,
                        false,
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        List.of(),
                        null,
                        "",
                        FormProblems.NONE));
    }

    @Test
    void whether_to_hand_over_nothing_is_asked_first() {
        assertThat(written("  ", false)).isEqualTo("desk/handover");
        assertThat(model.getAttribute("asks")).isEqualTo(true);
        verify(handing, never()).write(anyString(), any());

        assertThat(written("  ", true)).startsWith("redirect:/desk/handover/");
        verify(handing).write(anyString(), any());
    }

    @Test
    void words_or_something_open_are_handed_over_at_once() {
        assertThat(written("Call Belmora at six.", false)).startsWith("redirect:/desk/handover/");
        open(1);
        assertThat(written("", false)).startsWith("redirect:/desk/handover/");
    }

    @Test
    void a_note_that_would_say_nothing_is_no_big_step() {
        assertThat(drawn(0))
                .contains("<button class=\"btn\" type=\"submit\">Hand over")
                .doesNotContain("\"btn pri\"");
        assertThat(drawn(1)).contains("<button class=\"btn pri\" type=\"submit\">Hand over");
    }

    private static String drawn(int open) {
        var view = new HandoversView(
                open, List.of(), false, false, Map.of(), Map.of(), Map.of(), List.of(), null, "", FormProblems.NONE);
        var out = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render(
                        "desk/handover.jte",
                        Map.<String, Object>of(
                                "page", PagesForTests.withForms("en", Instant.EPOCH, MAREN), "handover", view),
                        out);
        return out.toString();
    }

    private String written(String words, boolean empty) {
        return controller.write(words, "once", empty, MAREN, model, Locale.ENGLISH, new RedirectAttributesModelMap());
    }
}
