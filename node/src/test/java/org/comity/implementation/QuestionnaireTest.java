package org.comity.implementation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.comity.convention.Convention;
import org.comity.convention.reading.PracticeLaw;
import org.junit.jupiter.api.Test;

class QuestionnaireTest {

    private final Questionnaire questionnaire = Questionnaire.ofTheProgram();

    @Test
    void there_are_177_questions_on_every_article_from_2_to_59_but_58_in_both_languages() {
        assertThat(questionnaire.questions())
                .hasSize(177)
                .extracting(Question::id)
                .doesNotHaveDuplicates();
        assertThat(questionnaire.byArticle().keySet())
                .containsExactlyElementsOf(IntStream.rangeClosed(2, 59)
                        .filter(it -> it != 58)
                        .mapToObj(Integer::toString)
                        .toList());
        assertThat(questionnaire.questions()).isNotEmpty().allSatisfy(it -> {
            assertThat(it.text().in("en")).isNotBlank().doesNotContainPattern("\\p{IsArabic}");
            assertThat(it.text().in("ar")).containsPattern("\\p{IsArabic}");
            assertThat(PracticeLaw.held().article(edition(), it.article())).isPresent();
        });
    }

    @Test
    void the_clusters_hold_each_article_once() {
        assertThat(questionnaire.clusters())
                .extracting(it -> questionnaire.questions().stream()
                        .filter(each -> it.holds(each.article()))
                        .count())
                .containsExactly(63L, 40L, 51L, 23L);
    }

    @Test
    void what_is_filled_in_comes_from_sources_that_are_there() {
        var law = PracticeLaw.held();
        assertThat(questionnaire.sources()).hasSizeGreaterThan(40).allSatisfy(source -> {
            assertThat(questionnaire.find(source.question())).isPresent();
            switch (source.from()) {
                case "provision" ->
                    assertThat(law.article(edition(), source.what())).isPresent();
                case "budapest" -> assertThat(source.what()).matches("[1-9][0-9]?");
                case "notified" ->
                    assertThat(law.paragraph(edition(), source.what())).isPresent();
                default -> assertThat(source.from()).isIn("authority", "figures");
            }
        });
    }

    @Test
    void an_answer_that_is_put_off_or_brought_over_does_not_count() {
        var now = java.time.Instant.parse("2026-11-24T12:00:00Z");
        assertThat(new KeptAnswer("Q25.1", new GivenAnswer("yes", "", "", null), "own", true, "Maren", now).counts())
                .isTrue();
        assertThat(new KeptAnswer("Q25.1", new GivenAnswer("yes", "", "", null), "earlier", false, "Maren", now)
                        .counts())
                .isFalse();
        assertThat(new KeptAnswer("Q25.1", new GivenAnswer("not-known", "", "", null), "own", true, "Maren", now)
                        .counts())
                .isFalse();
    }

    @Test
    void what_a_gap_becomes_is_data_and_names_fields_that_a_need_has() throws java.io.IOException {
        var procedure = questionnaire.need("procedure");
        try (var file = getClass().getResourceAsStream("/procedures/" + procedure + "/1/procedure.yaml")) {
            assertThat(file).isNotNull();
            var text = new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            for (var field : new String[] {"title", "why", "articles", "cause"}) {
                assertThat(text).contains("key: " + questionnaire.need(field) + ",");
            }
            var causes = text.replaceAll("(?s).*key: cause,[^}]*options: \\[([^]]*)].*", "$1")
                    .split(", ");
            assertThat(causes)
                    .containsAll(ArticleMark.CHALLENGES.stream()
                            .map(it -> questionnaire.need("cause." + it))
                            .filter(it -> !it.isEmpty())
                            .toList());
        }
    }

    @Test
    void no_question_says_that_something_happens_by_itself() {
        assertThat(questionnaire.questions()).isNotEmpty().allSatisfy(it -> {
            assertThat(it.text().in("en")).doesNotContain("becomes a");
            assertThat(it.text().in("ar")).doesNotContain("(يصير").doesNotContain("(تصير");
        });
    }

    private static String edition() {
        return PracticeLaw.held().newest(Convention.UNCC).orElseThrow().edition();
    }
}
