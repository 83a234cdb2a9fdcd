package org.comity.procedure.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.convention.reading.PracticeLaw;
import org.comity.procedure.ActField;
import org.comity.procedure.field.FieldType.Missing;
import org.comity.procedure.form.BodyFields;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.ui.words.WordsForTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.LinkedMultiValueMap;

/** Money, property and virtual assets: an amount says of what and of when it is, and nothing is read into it. */
class AmountsTest {

    private static final Convention LAW = PracticeLaw.held();
    private static final Words WORDS = WordsForTests.load();

    @ParameterizedTest
    @CsvSource({
        "1200.50, EUR, '', 2027-04-02, ''",
        "0, JPY, '', 2027-04-02, 14:05",
        "1.200, KWD, '', 2027-04-02, ''",
        "0.000000000000000001, '', ETH, 2027-04-02, 23:59:59",
        "999999999999999999.99, USD, '', 2027-04-02, ''"
    })
    void an_amount_is_taken_as_it_was_written(String amount, String currency, String asset, String on, String time) {
        var row = row("amount", amount, "currency", currency, "asset", asset, "on", on, "time", time);

        assertThat(wrong("money", row)).isEmpty();
        assertThat(broken("money", List.of(row))).isEmpty();
        assertThat(clean("money", row).toString()).contains("amount=" + amount);
    }

    @ParameterizedTest
    @CsvSource({
        "'1,200.50', EUR, '', 2027-04-02, '', field.0.amount: money-amount",
        "1 200, EUR, '', 2027-04-02, '', field.0.amount: money-amount",
        "-1, EUR, '', 2027-04-02, '', field.0.amount: money-amount",
        "1e9, EUR, '', 2027-04-02, '', field.0.amount: money-amount",
        "0012, EUR, '', 2027-04-02, '', field.0.amount: money-amount",
        "1000000000000000000, EUR, '', 2027-04-02, '', field.0.amount: money-amount",
        "1.200, EUR, '', 2027-04-02, '', field.0.amount: money-places",
        "1.5, JPY, '', 2027-04-02, '', field.0.amount: money-places",
        "12, eur, '', 2027-04-02, '', field.0.currency: money-currency",
        "12, BTC, '', 2027-04-02, '', field.0.currency: money-currency",
        "12, XXX, '', 2027-04-02, '', field.0.currency: money-currency",
        "12, EUR, BTC, 2027-04-02, '', field.0.currency: money-one",
        "12, '', '', 2027-04-02, '', field.0.currency: money-one",
        "'', EUR, '', 2027-04-02, '', field.0.amount: field.amount",
        "12, EUR, '', '', '', field.0.on: field.on",
        "12, EUR, '', 2027-02-30, '', field.0.on: not-a-day",
        "12, EUR, '', 2027-04-02, 24:00, field.0.time: money-time",
        "12, EUR, '', 2027-04-02, 2 pm, field.0.time: money-time"
    })
    void what_may_be_read_in_two_ways_is_refused_by_name(
            String amount, String currency, String asset, String on, String time, String said) {
        var row = row("amount", amount, "currency", currency, "asset", asset, "on", on, "time", time);

        assertThat(wrong("money", row)).containsExactly(said);
        assertThat(broken("money", List.of(row))).isEqualTo("field");
    }

    @Test
    void property_needs_no_value_and_a_value_needs_its_currency_and_day() {
        var house = row("kind", "real-estate", "identifier", "Plot 12");
        assertThat(wrong("property", house)).isEmpty();

        house.put("amount", "90000");
        assertThat(wrong("property", house)).containsExactly("field.0.currency: money-one", "field.0.on: any.on");
        house.putAll(Map.of("currency", "EUR", "on", "2027-04-02"));
        assertThat(wrong("property", house)).isEmpty();
        house.put("kind", "castle");
        assertThat(clean("property", house).getFirst()).containsEntry("kind", "");
        assertThat(wrong("property", row("holder", "Ivo")))
                .containsExactly("field.0.kind: field.kind", "field.0.identifier: field.identifier");
    }

    @Test
    void what_lies_in_a_wallet_is_said_of_an_instant_and_a_block() {
        var wallet = row("wallet", "bc1q7", "chain", "Bitcoin", "asset", "BTC");
        assertThat(wrong("virtual-assets", wallet)).isEmpty();

        wallet.putAll(Map.of("amount", "1.25", "on", "2027-04-02"));
        assertThat(wrong("virtual-assets", wallet)).containsExactly("field.0.time: money-instant");
        wallet.putAll(Map.of("time", "14:05", "block", "880001"));
        assertThat(wrong("virtual-assets", wallet)).isEmpty();
        wallet.put("block", "the last");
        assertThat(wrong("virtual-assets", wallet)).containsExactly("field.0.block: money-block");
    }

    @Test
    void at_most_sixty_rows_and_no_long_cell() {
        var row = row("amount", "1", "currency", "EUR", "on", "2027-04-02");
        assertThat(broken("money", Collections.nCopies(60, row))).isEmpty();
        assertThat(broken("money", Collections.nCopies(61, row))).isEqualTo("field");
        row.put("what", "a".repeat(501));
        assertThat(wrong("money", row)).containsExactly("field.0.what: too-long");
    }

    @Test
    void a_page_is_taken_and_read_in_both_languages() {
        var form = new LinkedMultiValueMap<String, String>();
        row("wallet", "bc1q7", "chain", "Bitcoin", "asset", "BTC", "amount", "1.25", "on", "2027-04-02")
                .forEach((key, value) -> form.add("field.0." + key, value.toString()));
        form.add("field.0.time", "14:05");
        form.add("field.0.block", "880001");
        form.add("field.0.stranger", "x");

        var body = field("virtual-assets").type().take(field("virtual-assets"), form, Map.of());

        assertThat(lines("virtual-assets", body, Language.ENGLISH))
                .containsExactly("Wallet bc1q7 on Bitcoin. 1.25 BTC as of 2 April 2027 14:05 UTC (block 880001)");
        assertThat(lines("virtual-assets", body, Language.of("ar").orElseThrow()))
                .singleElement()
                .asString()
                .contains("المحفظة bc1q7", "1.25 BTC", "880001");
        var account = List.of(row(
                "kind",
                "account",
                "identifier",
                "XA44 12",
                "holder",
                "Ivo Renn",
                "amount",
                "7",
                "currency",
                "EUR",
                "on",
                "2027-04-02"));
        assertThat(lines("property", Map.of("field", account), Language.ENGLISH))
                .containsExactly("Bank account: XA44 12. Held by Ivo Renn. 7 EUR as of 2 April 2027");
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_letter_asks_each_column_by_its_kind(String type) {
        var field = field(type);

        var asked = field.type().form(field, "Field", false, List.of(), reader(Language.ENGLISH));

        assertThat(asked).hasSize(field.asked().columns().size() * field.asked().emptyRows());
        assertThat(asked)
                .filteredOn(it -> it.key().endsWith(".kind"))
                .allSatisfy(it -> assertThat(it.options()).hasSize(8));
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatever_may_be_wrong_is_said_in_every_language(String type) {
        var columns =
                field(type).asked().columns().stream().filter(ActField::needed).map(it -> "any." + it.key());
        var said = Stream.of("amount", "one", "currency", "places", "instant", "time", "block")
                .map(it -> "money-" + it);
        Stream.of(columns, said, Stream.of("any.amount", "any.on"))
                .flatMap(it -> it)
                .forEach(key -> WORDS.languages()
                        .forEach(it -> assertThat(WORDS.has(it.tag(), "acts.needed." + key))
                                .as("%s in %s", key, it.tag())
                                .isTrue()));
    }

    static Stream<String> types() {
        return Stream.of("money", "property", "virtual-assets");
    }

    private static Map<String, Object> row(String... said) {
        var row = new HashMap<String, Object>();
        for (int n = 0; n < said.length; n += 2) {
            row.put(said[n], said[n + 1]);
        }
        return row;
    }

    private static List<String> wrong(String type, Map<String, Object> row) {
        return field(type).type().wrong(field(type), body(List.of(row))).stream()
                .map((Missing it) -> it.field() + ": " + it.key())
                .toList();
    }

    private static String broken(String type, List<Map<String, Object>> rows) {
        return field(type)
                .type()
                .broken(field(type), body(rows), LAW.laws().getFirst(), LAW)
                .orElse("");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> clean(String type, Map<String, Object> row) {
        var body = new HashMap<String, Object>();
        field(type).type().clean(field(type), body(List.of(row)), body);
        return (List<Map<String, Object>>) body.get("field");
    }

    private static List<String> lines(String type, Map<String, Object> body, Language language) {
        return field(type).type().lines(field(type), new BodyFields(body), reader(language));
    }

    private static FieldReader reader(Language language) {
        var table = new org.comity.procedure.ActTable("acts", Map.of());
        return new FieldReader(table, WORDS, LAW, LAW.laws().getFirst(), language, DescribingEarlierAct.NOTHING);
    }

    private static BodyFields body(List<Map<String, Object>> rows) {
        return new BodyFields(Map.of("field", rows));
    }

    private static FiledField field(String type) {
        var known = FieldTypes.of(type).orElseThrow();
        return new FiledField("field", known, ActField.Need.NO, null, List.of(), false, List.of(), 0, 0);
    }
}
