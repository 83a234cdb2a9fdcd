package org.comity.capacity.iati;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every context of IATI's ruleset has a good file and a bad one: the bad one is the good one with one change, and breaks one rule
 * and no other. The good files are made up, and hold by schema and by every rule.
 */
class IatiRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    private static final String ACTIVITY = "/iati-activities/iati-activity";
    private static final String ORGANISATION = "/iati-organisations/iati-organisation";
    private static final String COUNTED =
            ACTIVITY + "/result/indicator[@measure='1' or @measure='2' or @measure='3' or @measure='4']";
    private static final String TOLD = ACTIVITY + "/result/indicator[@measure='5']";
    private static final String PROVIDER =
            ACTIVITY + "/transaction/provider-org | " + ACTIVITY + "/planned-disbursement/provider-org";
    private static final String RECEIVER =
            ACTIVITY + "/transaction/receiver-org | " + ACTIVITY + "/planned-disbursement/receiver-org";

    private static final IatiRules RULES = new IatiRules();
    private static final JsonNode JSON = json();

    /** One change of a good file, by which one rule of a context does not hold any more. */
    record Change(String context, String rule, String from, String to) {

        @Override
        public String toString() {
            return rule + " at " + context + ": " + from;
        }
    }

    static Stream<Change> changes() {
        return Stream.of(whole(), money(), parties(), results(), organisations())
                .flatMap(List::stream);
    }

    static Stream<Change> oneOfEachContext() {
        var seen = new HashSet<String>();
        return changes().filter(it -> seen.add(it.context()));
    }

    static Stream<Change> others() {
        var first = oneOfEachContext().toList();
        return changes().filter(it -> !first.contains(it));
    }

    private static List<Change> whole() {
        return List.of(
                at(ACTIVITY, "1.1.3", ">XM-EXAMPLE-1<", ">XM-EXAMPLE<"),
                at(ACTIVITY, "1.1.21", ">XM-EXAMPLE-1<", ">XN-EXAMPLE-1<"),
                at(ACTIVITY, "1.3.1", ">XM-EXAMPLE-1<", ">XM-EXAMPLE-1 <"),
                at(ACTIVITY, "1.6.1", "ref=\"N-42\"", "ref=\"N-42 \""),
                at(ACTIVITY, "1.7.1", "ref=\"XM-EXAMPLE-0\"", "ref=\" XM-EXAMPLE-0\""),
                at(ACTIVITY, "1.16.1", "ref=\"XM\"", "ref=\"XM \""),
                at(ACTIVITY, "4.1.1", " xml:lang=\"en\"", ""),
                at(ACTIVITY, "7.8.1", " default-currency=\"USD\"", ""),
                at(ACTIVITY, "11.1.1", "last-updated-datetime=\"2026", "last-updated-datetime=\"2028"),
                at(ACTIVITY, "11.1.2", "\"2028-11-30\"", "\"2025-11-30\""),
                at(ACTIVITY, "11.1.4", "\"2026-02-01\" type=\"2\"", "\"2028-02-01\" type=\"2\""),
                at(ACTIVITY, "11.1.3", "\"2028-11-30\" type=\"3\"", "\"2026-01-30\" type=\"4\""),
                at(ACTIVITY, "11.1.5", "\"2028-11-30\" type=\"3\"", "\"2028-11-30\" type=\"4\""),
                at(ACTIVITY, "2.1.2", "code=\"25\" percentage=\"40\"", "code=\"25\" percentage=\"41\""),
                at(ACTIVITY, "2.1.4", "code=\"15130\" percentage=\"100\"", "code=\"15130\" percentage=\"90\""),
                at(ACTIVITY, "2.2.1", "<narrative>Art. 25</narrative>", ""),
                at(
                        ACTIVITY,
                        "102.1.1",
                        "<sector vocabulary=\"1\" code=\"15130\"",
                        "<sector vocabulary=\"2\" code=\"151\""),
                at(ACTIVITY, "107.1.1", "<default-aid-type vocabulary=\"1\" code=\"D02\"/>", ""),
                at(ACTIVITY, "107.1.2", "<default-aid-type vocabulary=\"2\"", "<default-aid-type vocabulary=\"1\""),
                at(ACTIVITY, "3.4.2", "code=\"298\" percentage=\"40\"", "code=\"298\" percentage=\"39\""),
                at(ACTIVITY, "7.9.2", "code=\"1.1.1\" percentage=\"50\"", "code=\"1.1.1\" percentage=\"40\""),
                at(
                        ACTIVITY,
                        "7.9.4",
                        "<budget-item code=\"1.1.1\" percentage=\"50\"/><budget-item code=\"1.2.1\" percentage=\"50\"/>",
                        "<budget-item code=\"1.1.1\" percentage=\"50\"/>"),
                at(ACTIVITY, "12.2.1", "<capital-spend percentage=\"20\"", "<capital-spend percentage=\"120\""),
                at("//title", "4.3.1", "<title><narrative>First responders</narrative></title>", "<title/>"),
                at(
                        "//description",
                        "4.4.1",
                        "<description><narrative>How many.</narrative></description>",
                        "<description/>"));
    }

    private static List<Change> money() {
        return List.of(
                at(ACTIVITY, "11.2.1", "transaction-date iso-date=\"2026", "transaction-date iso-date=\"2028"),
                at(ACTIVITY, "11.2.2", "value-date=\"2026-03-02\"", "value-date=\"2028-03-02\""),
                at(
                        ACTIVITY,
                        "6.6.2",
                        "<aid-type vocabulary=\"1\" code=\"D02\"/>",
                        "<sector code=\"15130\"/><aid-type vocabulary=\"1\" code=\"D02\"/>"),
                at(
                        ACTIVITY,
                        "3.6.2",
                        "<aid-type vocabulary=\"1\" code=\"D02\"/>",
                        "<recipient-country code=\"AQ\"/><aid-type vocabulary=\"1\" code=\"D02\"/>"),
                at(ACTIVITY, "107.2.1", "<aid-type vocabulary=\"1\" code=\"D02\"/>", ""),
                at(
                        ACTIVITY + "/transaction",
                        "107.2.2",
                        "<aid-type vocabulary=\"2\" code=\"1\"/>",
                        "<aid-type vocabulary=\"2\" code=\"1\"/><aid-type vocabulary=\"2\" code=\"2\"/>"),
                at(
                        ACTIVITY + "/budget",
                        "7.5.3",
                        "\"2026-12-31\"/><value value-date=\"2026-01-01\">180",
                        "\"2027-12-31\"/><value value-date=\"2026-01-01\">180"),
                at(
                        ACTIVITY + "/budget",
                        "8.6.3",
                        "\"2026-12-31\"/><value value-date=\"2026-01-01\">180",
                        "\"2025-12-31\"/><value value-date=\"2026-01-01\">180"),
                at(ACTIVITY + "/planned-disbursement", "8.6.3", "\"2026-06-30\"", "\"2025-06-30\""));
    }

    private static List<Change> parties() {
        return List.of(
                at(ACTIVITY + "/other-identifier/owner-org", "6.8.1", " ref=\"XM-OWNER\"", ""),
                at(ACTIVITY + "/other-identifier/owner-org", "1.11.1", "\"XM-OWNER\"", "\"XM-OWNER \""),
                at(PROVIDER, "6.9.1", " ref=\"XM-PAYER\"", ""),
                at(PROVIDER, "6.9.1", " ref=\"XM-PLANNER\"", ""),
                at(PROVIDER, "1.10.1", "\"XM-PAYER\"", "\" XM-PAYER\""),
                at(PROVIDER, "1.4.1", "\"XM-PLANNER-1\"", "\"XM-PLANNER-1 \""),
                at(RECEIVER, "6.9.2", " ref=\"XM-PAID\"", ""),
                at(RECEIVER, "6.9.2", " ref=\"XM-AWAITER\"", ""),
                at(RECEIVER, "1.15.1", "\"XM-PAID\"", "\"XM-PAID \""),
                at(RECEIVER, "1.5.1", "\"XM-AWAITER-1\"", "\" XM-AWAITER-1\""),
                at(ACTIVITY + "/policy-marker", "6.14.1", " significance=\"1\"", ""),
                at(ACTIVITY + "/policy-marker", "6.13.1", "<narrative>Ours</narrative>", ""),
                at(ACTIVITY + "/participating-org", "6.10.1", " ref=\"XM-FUNDER\"", ""),
                at(ACTIVITY + "/participating-org", "1.8.1", "\"XM-FUNDER\"", "\"XM-FUNDER \""),
                at(ACTIVITY + "/participating-org", "1.9.1", "\"XM-FUNDER-9\"", "\" XM-FUNDER-9\""));
    }

    private static List<Change> results() {
        return List.of(
                at(
                        ACTIVITY + "/result/indicator",
                        "8.11.1",
                        "<baseline iso-date=\"2025-12-31\"",
                        "<reference vocabulary=\"99\" code=\"R2\"/><baseline iso-date=\"2025-12-31\""),
                at(
                        ACTIVITY + "/result/indicator/period",
                        "8.6.1",
                        "\"2026-12-31\"/><target value",
                        "\"2025-12-31\"/><target value"),
                at(COUNTED + "/baseline", "8.8.1", " value=\"10\"", ""),
                at(COUNTED + "/baseline", "8.8.2", " value=\"10\"", " value=\"ten\""),
                at(TOLD + "/baseline", "8.8.3", "<baseline year=\"2025\">", "<baseline year=\"2025\" value=\"1\">"),
                at(COUNTED + "/period/target", "8.9.1", "<target value=\"20\"/>", "<target/>"),
                at(COUNTED + "/period/target", "8.9.2", "<target value=\"20\"/>", "<target value=\"many\"/>"),
                at(TOLD + "/period/target", "8.9.3", "<target><comment>", "<target value=\"1\"><comment>"),
                at(COUNTED + "/period/actual", "8.10.1", "<actual value=\"15\"/>", "<actual/>"),
                at(COUNTED + "/period/actual", "8.10.2", "<actual value=\"15\"/>", "<actual value=\"few\"/>"),
                at(TOLD + "/period/actual", "8.10.3", "<actual><comment>", "<actual value=\"1\"><comment>"));
    }

    private static List<Change> organisations() {
        return List.of(
                at(ORGANISATION, "4.5.1", " xml:lang=\"en\"", ""),
                at(ORGANISATION, "7.8.2", " default-currency=\"USD\"", ""),
                at(ORGANISATION, "11.4.1", "last-updated-datetime=\"2026", "last-updated-datetime=\"2028"),
                at(ORGANISATION, "1.12.1", ">XM-EXAMPLE<", "> XM-EXAMPLE<"),
                at(ORGANISATION, "1.17.1", "\"XM-GETS\"", "\"XM-GETS \""),
                at(ORGANISATION, "1.18.1", "\"XM-REPORTS\"", "\" XM-REPORTS\""),
                at(ORGANISATION + "/total-budget", "8.6.3", "\"2021-12-31\"", "\"2020-12-31\""),
                at(ORGANISATION + "/total-budget", "7.5.3", "\"2021-12-31\"", "\"2022-12-31\""),
                at(ORGANISATION + "/recipient-org-budget", "8.6.3", "\"2022-12-31\"", "\"2021-12-30\""),
                at(ORGANISATION + "/recipient-org-budget", "7.5.3", "\"2022-12-31\"", "\"2023-12-30\""),
                at(ORGANISATION + "/recipient-region-budget", "8.6.3", "\"2023-12-31\"", "\"2022-12-30\""),
                at(ORGANISATION + "/recipient-region-budget", "7.5.3", "\"2023-12-31\"", "\"2024-12-30\""),
                at(ORGANISATION + "/recipient-country-budget", "7.5.3", "\"2024-12-31\"", "\"2025-12-30\""),
                at(ORGANISATION + "/recipient-country-budget", "11.3.1", "\"2024-05-01\"", "\"2025-05-01\""),
                at(ORGANISATION + "/total-expenditure", "8.6.3", "\"2025-12-31\"", "\"2024-12-30\""),
                at(ORGANISATION + "/total-expenditure", "7.5.3", "\"2025-12-31\"", "\"2026-12-30\""));
    }

    @ParameterizedTest
    @MethodSource("oneOfEachContext")
    void a_bad_file_breaks_the_rule_of_its_context_and_no_other(Change change) throws Exception {
        breaks(change);
    }

    @ParameterizedTest
    @MethodSource("others")
    @Tag("long")
    void so_does_one_of_each_other_rule_that_a_file_alone_can_break(Change change) throws Exception {
        breaks(change);
    }

    private static void breaks(Change change) throws Exception {
        var good = good(change.context());
        assertThat(good.split(Pattern.quote(change.from()), -1))
                .as("the change is one")
                .hasSize(2);

        var found = RULES.faults(read(good.replace(change.from(), change.to())), TODAY);

        assertThat(Stream.concat(found.errors().stream(), found.warnings().stream()))
                .extracting(IatiFault::where)
                .containsExactly(change.rule());
        assertThat(found.errors().isEmpty()).isEqualTo(isWarning(change));
    }

    @Test
    void a_good_file_holds_by_schema_and_by_every_rule() throws Exception {
        for (var context : List.of(ACTIVITY, ORGANISATION)) {
            var document = read(good(context));
            var schema = context.equals(ACTIVITY) ? IatiSchema.ACTIVITIES : IatiSchema.ORGANISATIONS;
            assertThat(schema.faults(document)).isEmpty();
            assertThat(RULES.faults(document, TODAY).errors()).isEmpty();
            assertThat(RULES.faults(document, TODAY).warnings()).isEmpty();
        }
        var file = IatiFile.read(good(ACTIVITY).getBytes(UTF_8), TODAY);
        assertThat(file.quarantine()).isEmpty();
        assertThat(file.held())
                .singleElement()
                .satisfies(it -> assertThat(it.warnings()).isEmpty());
    }

    /** Rules on the registry's list of publishers, which nobody holds here, are left out. */
    @Test
    void every_one_of_the_twenty_five_contexts_has_its_element_in_a_good_file_and_a_bad_file() throws Exception {
        var contexts = new TreeSet<>(JSON.propertyNames());
        assertThat(contexts).hasSize(25);
        var paths = new IatiPaths(TODAY);
        for (var context : contexts) {
            assertThat(paths.nodes(read(good(context)), context)).as(context).isNotEmpty();
        }
        assertThat(oneOfEachContext().map(Change::context)).containsExactlyInAnyOrderElementsOf(contexts);
    }

    private static boolean isWarning(Change change) {
        return JSON.path(change.context())
                .toString()
                .matches(".*\"id\":\"" + change.rule().replace(".", "\\.") + "\",\"severity\":\"warning\".*");
    }

    private static Change at(String context, String rule, String from, String to) {
        return new Change(context, rule, from, to);
    }

    private static String good(String context) throws IOException {
        return Files.readString(Path.of("src/test/resources/iati")
                .resolve(context.startsWith("/iati-org") ? "rules-organisations.xml" : "rules-activities.xml"));
    }

    private static Document read(String xml) throws SAXException {
        return IatiXml.read(xml.getBytes(UTF_8));
    }

    private static JsonNode json() {
        try (var file = IatiRules.class.getResourceAsStream("/capacity/iati/rules.json")) {
            return JsonMapper.builder().build().readTree(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
