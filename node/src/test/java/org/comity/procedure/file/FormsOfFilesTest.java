package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.convention.reading.PracticeLaw;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.procedure.Composition;
import org.comity.procedure.form.ComposedPage;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.Page;
import org.comity.ui.PagesForTests;
import org.comity.ui.words.WordsForTests;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.LinkedMultiValueMap;

/** A page of an opening act that is opened again and sent as it stands keeps every word that stood in it. */
class FormsOfFilesTest {

    private static final Convention LAW = PracticeLaw.held();
    private static final Language ENGLISH = Language.of("en").orElseThrow();
    private static final Page PAGE = PagesForTests.english(Instant.parse("2027-03-01T12:00:00Z"));

    private static final Map<String, String> MAIL =
            Map.of("kind", "mail", "value", "a@mail.example", "time", "", "zone", "");
    private static final Map<String, String> ADDRESS =
            Map.of("kind", "ip", "value", "192.0.2.7", "time", "2027-03-01T10:00:00", "zone", "+00:00");

    /** Several where a field takes several. */
    private static final Map<String, Object> SEVERAL = Map.of(
            "lines", List.of("One thing", "Another"),
            "article-lines", List.of("25(1)", "28"),
            "language-lines", List.of("en", "ar"),
            "region-lines", List.of("061", "057"),
            "identifiers", List.of(MAIL, ADDRESS));

    /** What each page asks beside its fields. */
    private static final List<String> URGENT = List.of("emergency", "emergencyReason", "callBack", "phonedFirst");

    static Stream<ProcedureFile> files() {
        return PracticeFiles.all().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void give_back_what_stood_in_them(ProcedureFile file) {
        var pages = pages(file);
        var said = said(file, pages);
        for (var step : pages.steps(said)) {
            if (!step.equals(Composition.STATE)) {
                assertThat(pages.apply(said, step, posted(file, pages, said, step)))
                        .as(step)
                        .isEqualTo(said);
            }
        }
    }

    /** As the browser sends it. */
    private static LinkedMultiValueMap<String, String> posted(
            ProcedureFile file, FiledComposition pages, Map<String, Object> said, String step) {
        var law = pages.law(said);
        var compose =
                new ComposedPage(file.law(), said, ComposedPage.offences(LAW, law, ENGLISH), null, FormProblems.NONE);
        var drawn = new StringOutput();
        var fields = pages.fields(said, step, ENGLISH);
        for (var field : fields) {
            TemplateEngine.createPrecompiled(ContentType.Html)
                    .render(
                            "procedure/file/field.jte",
                            Map.of("page", PAGE, "compose", compose, "field", field),
                            drawn);
        }
        var form = (FormElement) Jsoup.parse("<form>" + drawn + "</form>").selectFirst("form");
        var sent = new LinkedMultiValueMap<String, String>();
        form.formData().forEach(it -> sent.add(it.key(), it.value()));
        for (var field : fields) {
            var keys =
                    file.field(file.opening(), field.key()).orElseThrow().type().keys(field.key());
            assertThat(sent.keySet())
                    .as(field.key())
                    .anyMatch(it -> keys.stream().anyMatch(it::startsWith));
        }
        for (var urgent : URGENT) {
            if (!Boolean.FALSE.equals(said.getOrDefault(urgent, false)))
                sent.add(urgent, said.get(urgent).toString());
        }
        return sent;
    }

    /** A body in which each field says something; no hour is promised before it is signed. */
    private static Map<String, Object> said(ProcedureFile file, FiledComposition pages) {
        var said =
                new HashMap<>(WholeAct.of(file.id(), file.opening(), Map.of()).body());
        said.remove("completeBy");
        for (var field : file.fields(file.opening())) {
            said.computeIfPresent(
                    field.key(),
                    (_, one) -> SEVERAL.containsKey(field.type().name())
                            ? SEVERAL.get(field.type().name())
                            : one);
        }
        return pages.clean(said);
    }

    private static FiledComposition pages(ProcedureFile file) {
        var directory = mock(Directory.class);
        var self = mock(Participant.class);
        when(self.functions()).thenReturn(Map.of());
        when(directory.self()).thenReturn(self);
        return new FiledComposition(
                file, Particulars.none(file.id()), LAW, directory, WordsForTests.load(), PracticeFiles.possible(LAW));
    }
}
