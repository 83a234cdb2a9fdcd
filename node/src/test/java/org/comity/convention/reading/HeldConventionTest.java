package org.comity.convention.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.comity.convention.Convention;
import org.comity.convention.Convention.ForceHere;
import org.comity.convention.Mark;
import org.comity.convention.Offence;
import org.comity.convention.ProcedureLaw;
import org.comity.convention.ProcedureLaw.Need;
import org.junit.jupiter.api.Test;

class HeldConventionTest {

    private static final Clock TODAY = clockAt("2026-11-24T13:47:20Z");

    /** Nothing changes it. */
    private static final Convention HELD = new HeldConvention(TODAY, false);

    private final Convention convention = HELD;

    @Test
    void the_convention_has_sixty_eight_articles_in_order() {
        assertThat(convention.articles("uncc/1"))
                .extracting(it -> Integer.parseInt(it.number()))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 68).boxed().toList());
        assertThat(convention.article("uncc/1", "42").orElseThrow().chapter()).isEqualTo("V");
    }

    @Test
    void every_text_is_in_english_and_in_arabic_script() {
        assertThat(convention.articles("uncc/1")).isNotEmpty().allSatisfy(article -> {
            assertThat(article.title().in("en")).matches("[\\p{ASCII}]+");
            assertThat(article.title().in("ar")).containsPattern("\\p{IsArabic}");
            assertThat(article.paragraphs()).allSatisfy(it -> {
                assertThat(it.text().in("ar")).containsPattern("\\p{IsArabic}");
                assertThat(it.text().in("en")).doesNotContainPattern("\\p{IsArabic}");
            });
        });
    }

    @Test
    void articles_1_to_15_were_read_and_the_rest_is_recalled_save_what_was_confirmed() {
        var confirmed = convention.articles("uncc/1").stream()
                .flatMap(it -> it.paragraphs().stream())
                .filter(it -> it.mark() == Mark.CONFIRMED)
                .map(it -> it.ref())
                .filter(ref -> Integer.parseInt(ref.split("\\(")[0]) > 15)
                .toList();

        assertThat(confirmed).containsExactly("40(8)", "42(3)(g)", "65(1)");
        assertThat(convention.articles("uncc/1").subList(0, 15)).allSatisfy(article -> {
            assertThat(article.mark()).isEqualTo(Mark.CONFIRMED);
            assertThat(article.paragraphs())
                    .allSatisfy(it -> assertThat(it.mark()).isEqualTo(Mark.CONFIRMED));
        });
    }

    @Test
    void article_42_asks_for_seven_things_and_no_more() {
        var law = preservation("uncc/1");

        assertThat(law.fields().stream().map(ProcedureLaw.Field::letter).collect(Collectors.joining()))
                .isEqualTo("abcdefg");
        assertThat(law.fields())
                .extracting(ProcedureLaw.Field::name)
                .containsExactly("authority", "offence", "data", "custodian", "necessity", "intent", "confidentiality");
        assertThat(law.field("custodian").orElseThrow().need()).isEqualTo(Need.IF_AVAILABLE);
        assertThat(law.field("confidentiality").orElseThrow().need()).isEqualTo(Need.OPTIONAL);
        assertThat(law.field("confidentiality").orElseThrow().mark()).isEqualTo(Mark.CONFIRMED);
        assertThat(law.field("authority").orElseThrow().mark()).isEqualTo(Mark.RECALLED);
    }

    @Test
    void preservation_is_refused_on_three_grounds_and_a_reservation() {
        var law = preservation("uncc/1");

        assertThat(law.grounds())
                .extracting(ProcedureLaw.Ground::ref)
                .containsExactly("40(21)(b)", "40(21)(c)", "40(22)", "42(5)");
        assertThat(law.grounds()).filteredOn(ProcedureLaw.Ground::reservation).hasSize(1);
        assertThat(law.notGrounds()).extracting(ProcedureLaw.Provision::ref).containsExactly("42(4)");
    }

    @Test
    void sixty_days_a_duty_to_warn_a_hold_and_an_extension() {
        var law = preservation("uncc/1");

        assertThat(law.minimumDays()).isEqualTo(60);
        assertThat(law.duty("warn").orElseThrow().ref()).isEqualTo("42(7)");
        assertThat(law.duty("hold").orElseThrow().ref()).isEqualTo("42(8)");
        assertThat(law.duty("extension").orElseThrow().ref()).isEqualTo("42(9)");
    }

    @Test
    void assistance_asks_for_the_seven_things_of_40_15_and_for_what_other_paragraphs_add() {
        var law = assistance();

        assertThat(law.fields().stream().map(ProcedureLaw.Field::letter).collect(Collectors.joining()))
                .isEqualTo("abcdefg");
        assertThat(law.fields().stream().filter(it -> !it.letter().isEmpty()))
                .extracting(ProcedureLaw.Field::name)
                .containsExactly("authority", "proceeding", "facts", "assistance", "concerned", "period", "purpose");
        assertThat(law.fields().stream().filter(it -> it.letter().isEmpty()))
                .extracting(ProcedureLaw.Field::ref)
                .containsExactly(
                        "35(2)", "35(3)", "44(1)", "42(8)", "44(3)", "40(26)", "40(17)", "40(20)", "36(2)", "40(13)");
        assertThat(law.field("concerned").orElseThrow().need()).isEqualTo(Need.IF_AVAILABLE);
        assertThat(law.fields()).allSatisfy(it -> assertThat(it.mark()).isEqualTo(Mark.RECALLED));
        assertThat(law.periods()).isEmpty();
    }

    @Test
    void assistance_is_refused_on_nine_grounds_of_which_four_ask_for_consultation_first() {
        var law = assistance();

        assertThat(law.grounds())
                .extracting(ProcedureLaw.Ground::ref)
                .containsExactly(
                        "40(21)(a)",
                        "40(21)(b)",
                        "40(21)(c)",
                        "40(21)(d)",
                        "40(22)",
                        "40(8)",
                        "40(8)",
                        "40(8)",
                        "36(1)(a)");
        assertThat(law.grounds().stream().filter(ProcedureLaw.Ground::consult))
                .extracting(ProcedureLaw.Ground::ref)
                .containsExactly("40(21)(a)", "40(21)(b)", "40(21)(c)", "40(21)(d)");
        assertThat(law.ground("dual-criminality").orElseThrow().mark()).isEqualTo(Mark.CONFIRMED);
        assertThat(law.ground("political-offence")).isEmpty();
        assertThat(law.postponements()).extracting(ProcedureLaw.Ground::ref).containsExactly("40(27)");
        assertThat(law.postponement("ongoing-proceeding").orElseThrow().consult())
                .isTrue();
        assertThat(law.notGrounds()).extracting(ProcedureLaw.Provision::ref).containsExactly("40(23)", "40(24)");
    }

    @Test
    void assistance_rests_on_an_offence_of_the_convention_or_on_a_serious_crime() {
        assertThat(assistance().scopes())
                .extracting(ProcedureLaw.Scope::ref)
                .containsExactly("35(1)(a)", "35(1)(b)", "35(1)(c)");
        assertThat(assistance().scope("evidence-of-offence").orElseThrow().offences())
                .isTrue();
        assertThat(assistance().scope("evidence-of-serious-crime").orElseThrow().leastMonths())
                .isEqualTo(48);
    }

    @Test
    void the_duties_of_article_40_are_each_with_the_state_that_bears_them() {
        assertThat(assistance().duties().stream().filter(it -> it.ref().startsWith("40")))
                .extracting(it -> it.ref() + " " + it.key() + " " + it.who().word())
                .containsExactly(
                        "40(12) channel requesting",
                        "40(12) pass-on requested",
                        "40(13) written requesting",
                        "40(14) electronic requested",
                        "40(16) questions requested",
                        "40(17) procedure-wished requested",
                        "40(19) use-limit requesting",
                        "40(19) exculpatory requesting",
                        "40(20) keep-secret requested",
                        "40(25) reasons requested",
                        "40(26) timely requested",
                        "40(26) status requested",
                        "40(26) no-longer-required requesting",
                        "40(28) consult requested",
                        "40(28) conditions requesting",
                        "40(30) costs requested");
    }

    @Test
    void budapest_has_its_own_letters_and_grounds() {
        var law = preservation("budapest/1");

        assertThat(law.fields().stream().map(ProcedureLaw.Field::letter).collect(Collectors.joining()))
                .isEqualTo("abcdef");
        assertThat(law.field("confidentiality")).isEmpty();
        assertThat(law.grounds()).extracting(ProcedureLaw.Ground::ref).containsExactly("29(5)(a)", "29(5)(b)", "29(4)");
        assertThat(law.ground("discrimination")).isEmpty();
        assertThat(law.duty("warn").orElseThrow().ref()).isEqualTo("29(6)");
        assertThat(law.duty("extension")).isEmpty();
        assertThat(law.minimumDays()).isEqualTo(60);
        assertThat(law.fields()).allSatisfy(it -> assertThat(it.mark()).isEqualTo(Mark.CONFIRMED));
    }

    @Test
    void offences_7_to_17_have_conduct_and_a_state_of_mind() {
        assertThat(convention.offences("uncc/1"))
                .extracting(Offence::article)
                .containsExactly("7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17");
        assertThat(convention.offences("uncc/1"))
                .allSatisfy(it -> assertThat(it.elements())
                        .extracting(Offence.Element::kind)
                        .contains(Offence.Kind.CONDUCT, Offence.Kind.MENTAL));
    }

    @Test
    void before_entry_into_force_the_convention_is_not_offered() {
        assertThat(convention.newest("uncc").orElseThrow().inForceOn(LocalDate.of(2026, 11, 24)))
                .isFalse();
        assertThat(convention.offered("preservation"))
                .extracting(it -> it.instrument().id())
                .containsExactly("budapest", "other");
    }

    @Test
    void what_a_state_names_itself_is_always_offered_and_claims_no_article() {
        assertThat(convention.offered("assistance"))
                .extracting(it -> it.instrument().edition() + " " + it.standing())
                .containsExactly("budapest/2 IN_FORCE", "other/1 IN_FORCE");
        for (var procedure : List.of("preservation", "assistance")) {
            var law = convention.law(procedure, "other/1").orElseThrow();
            assertThat(law.form()).isTrue();
            assertThat(law.fields())
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(it.ref() + it.letter()).isEmpty());
            assertThat(law.grounds())
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(it.ref()).isEmpty());
            // A code that another edition has would read as that edition's ground.
            assertThat(law.grounds())
                    .noneSatisfy(it -> assertThat(convention.laws().stream()
                                    .filter(other -> !other.form())
                                    .anyMatch(other -> other.ground(it.code()).isPresent()))
                            .isTrue());
        }
        assertThat(convention.articles("other/1")).isEmpty();
    }

    @Test
    void a_practice_network_uses_it_as_practice_and_never_as_binding() {
        var practice = new HeldConvention(TODAY, true);

        assertThat(practice.offered("preservation"))
                .extracting(Convention.Offer::standing)
                .containsExactly(ForceHere.PRACTICE, ForceHere.IN_FORCE, ForceHere.IN_FORCE);
    }

    @Test
    void it_enters_into_force_on_the_ninetieth_day_after_the_fortieth_deposit() {
        var thirtyNine = IntStream.rangeClosed(1, 39).mapToObj(n -> deposit("S" + n, false, "2027-01-01"));
        var organisation = deposit("O", true, "2027-01-02");
        var one = thirtyNine.collect(Collectors.joining(",")) + "," + organisation;
        var all = one + "," + deposit("S40", false, "2027-03-01");

        assertThat(withDeposits(one, "2028-01-01T00:00:00Z")).isEqualTo(ForceHere.NOT_IN_FORCE);
        assertThat(withDeposits(all, "2027-05-29T23:59:59Z")).isEqualTo(ForceHere.NOT_IN_FORCE);
        assertThat(withDeposits(all, "2027-05-30T00:00:00Z")).isEqualTo(ForceHere.IN_FORCE);
    }

    @Test
    void a_new_edition_leads_and_the_old_one_stays() {
        var own = LawFiles.ofTheProgram();
        LawFiles withSecond = path -> switch (path) {
            case "index.yaml" -> "editions: [uncc/1, uncc/2, budapest/1]";
            case "uncc/2/instrument.yaml" -> own.text("uncc/1/instrument.yaml").replace("version: 1", "version: 2");
            case "uncc/2/preservation.yaml" ->
                own.text("uncc/1/preservation.yaml").replace("days: 60", "days: 90");
            default -> own.text(path.replace("uncc/2/", "uncc/1/"));
        };

        var held = new HeldConvention(withSecond, TODAY, true);

        assertThat(held.newest("uncc").orElseThrow().edition()).isEqualTo("uncc/2");
        assertThat(held.offered("preservation"))
                .extracting(it -> it.law().edition())
                .containsExactly("uncc/2", "budapest/1");
        assertThat(held.law("preservation", "uncc/2").orElseThrow().minimumDays())
                .isEqualTo(90);
        assertThat(held.law("preservation", "uncc/1").orElseThrow().minimumDays())
                .isEqualTo(60);
    }

    @Test
    void what_is_not_held_is_empty() {
        assertThat(convention.article("uncc/1", "69")).isEmpty();
        assertThat(convention.articles("uncc/3")).isEmpty();
        assertThat(convention.newest("untoc")).isEmpty();
        assertThat(convention.law("extradition", "uncc/1")).isEmpty();
        assertThat(convention.paragraph("uncc/1", "42(3)(h)")).isEmpty();
    }

    private ProcedureLaw assistance() {
        return convention.law("assistance", "uncc/1").orElseThrow();
    }

    private ProcedureLaw preservation(String edition) {
        return convention.law("preservation", edition).orElseThrow();
    }

    private static ForceHere withDeposits(String deposits, String at) {
        var files = EditionReadingTest.with("uncc/2/instrument.yaml", "deposits: []", "deposits: [" + deposits + "]");
        var held = new HeldConvention(files, clockAt(at), false);
        return held.standing(held.newest("uncc").orElseThrow());
    }

    private static String deposit(String by, boolean organisation, String date) {
        return "{by: %s, organisation: %s, date: %s, notification: C.N.1.2027}".formatted(by, organisation, date);
    }

    private static Clock clockAt(String instant) {
        return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    }
}
