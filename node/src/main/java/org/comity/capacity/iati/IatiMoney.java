package org.comity.capacity.iati;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.comity.capacity.iati.AgreedActivity.Body;
import org.comity.capacity.iati.AgreedActivity.Money;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Reads what an activity says of money: commitments and payments, each in its own currency and with its day. */
public final class IatiMoney {

    /** Committed, paid out, and both as who receives it tells it; the kinds that acts here become. */
    private static final Set<String> TYPES = Set.of("1", "2", "3", "11");

    private static final String WHOLE_AMOUNT = "-?[0-9]{1,18}(\\.[0-9]{1,18})?";
    private static final int MOST_SUMS = 60;

    private IatiMoney() {}

    /** @param type as {@link Money#type()} */
    public record Sum(String type, String currency, BigDecimal amount) {

        /** As it is kept: type, currency and amount. */
        public String line() {
            return type + " " + currency + " " + amount.toPlainString();
        }

        public static Sum of(String line) {
            var parts = line.split(" ");
            return new Sum(parts[0], parts[1], new BigDecimal(parts[2]));
        }
    }

    /** In the order of the file; other kinds, and what has no currency, are left out. */
    public static List<Money> of(IatiActivity activity) {
        try {
            var root = IatiXml.read(activity.xml().getBytes(UTF_8)).getDocumentElement();
            var all = new ArrayList<Money>();
            for (var transaction : IatiXml.children(root, "transaction")) add(all, transaction, root);
            return List.copyOf(all);
        } catch (SAXException e) {
            throw new IllegalArgumentException(activity.identifier(), e);
        }
    }

    /** By kind, then by currency; never two currencies in one. */
    public static List<Sum> sums(IatiActivity activity) {
        Map<String, Sum> all = new TreeMap<>();
        for (var money : of(activity)) {
            all.merge(
                    money.type() + " " + money.currency(),
                    new Sum(money.type(), money.currency(), money.amount()),
                    (one, other) ->
                            new Sum(one.type(), one.currency(), one.amount().add(other.amount())));
        }
        return all.values().stream().limit(MOST_SUMS).toList();
    }

    private static void add(List<Money> all, Element transaction, Element root) {
        var type = attribute(transaction, "transaction-type", "code");
        var day = IatiXml.day(attribute(transaction, "transaction-date", "iso-date"));
        var amount = IatiXml.children(transaction, "value").stream()
                .map(it -> it.getTextContent().strip())
                .findFirst()
                .orElse("");
        var said = attribute(transaction, "value", "currency");
        var currency = said.isEmpty() ? root.getAttribute("default-currency") : said;
        if (!TYPES.contains(type) || day.isEmpty() || !amount.matches(WHOLE_AMOUNT) || !currency.matches("[A-Z]{3}")) {
            return;
        }
        all.add(new Money(type, new BigDecimal(amount), currency, day.get(), by(transaction)));
    }

    private static @Nullable Body by(Element transaction) {
        return IatiXml.children(transaction, "provider-org").stream()
                .findFirst()
                .map(it -> new Body(
                        it.getAttribute("ref"),
                        it.getAttribute("type"),
                        IatiXml.children(it, "narrative").stream()
                                .map(words -> words.getTextContent().strip())
                                .findFirst()
                                .orElse("")))
                .orElse(null);
    }

    private static String attribute(Element of, String child, String name) {
        return IatiXml.children(of, child).stream()
                .map(it -> it.getAttribute(name).strip())
                .findFirst()
                .orElse("");
    }
}
