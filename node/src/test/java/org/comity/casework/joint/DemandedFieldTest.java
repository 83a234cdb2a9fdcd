package org.comity.casework.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comity.procedure.ActField;
import org.comity.procedure.form.ActFormView.RequestWords;
import org.comity.procedure.form.NeededWhen;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.PagesForTests;
import org.comity.ui.words.WordsForTests;
import org.junit.jupiter.api.Test;

/** What another answer demands is never called optional. */
class DemandedFieldTest {

    @Test
    void what_is_needed_under_one_answer_says_under_which_and_not_that_it_is_optional() {
        var when = NeededWhen.said(
                "joint-investigation",
                new ActField.When("reason", List.of("other")),
                WordsForTests.load(),
                Language.ENGLISH);
        assertThat(when).isNotEmpty();
        assertThat(drawn(when)).contains(when).doesNotContain("(optional)");
        assertThat(drawn("")).contains("(optional)");
    }

    private static String drawn(String when) {
        JointViews.FormPage form = mock();
        org.mockito.Mockito.when(form.law()).thenReturn("joint-investigation");
        org.mockito.Mockito.when(form.type()).thenReturn("end");
        org.mockito.Mockito.when(form.text("text")).thenReturn("");
        org.mockito.Mockito.when(form.problems()).thenReturn(FormProblems.NONE);
        var field = new RequestWords("text", "TEXT", false, false, List.of(), null, List.of(), List.of(), false, when);
        var out = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render(
                        "casework/joint/field.jte",
                        Map.of("page", PagesForTests.english(Instant.EPOCH), "form", form, "field", field),
                        out);
        return out.toString();
    }
}
