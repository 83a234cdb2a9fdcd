package org.comity.capacity.iati;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import org.comity.capacity.AssistanceKind;
import org.comity.capacity.AssistanceKinds;
import org.comity.capacity.iati.AgreedActivity.Body;
import org.comity.capacity.iati.AgreedActivity.Money;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes an agreed activity as an element of IATI 2.03, with the Convention's articles and kinds of help as vocabularies. */
public final class WritingIati {

    static final String ARTICLES = "urn:comity:codelist:uncc-article";
    static final String KINDS = "urn:comity:codelist:uncc-kind";

    static final String STATES = "urn:comity:codelist:practice-state";

    /** Developing countries, none of them named, by IATI's list of regions. */
    public static final String ANY_STATE = "998";

    private static final Set<String> COUNTRIES = IatiCodes.codes("Country");
    private static final String OWN_VOCABULARY = "99";
    /** As acts say it, by IATI's list. */
    public static final Map<String, String> TIED = Map.of("partly", "3", "tied", "4", "untied", "5");

    private static final String TRIANGULAR = "8";
    private static final String BILATERAL = "1";

    private final Document document = IatiXml.builder().newDocument();
    private final AgreedActivity from;

    private WritingIati(AgreedActivity from) {
        this.from = from;
    }

    public static IatiActivity of(AgreedActivity activity) {
        var written = new WritingIati(activity).write();
        return new IatiActivity(activity.identifier(), IatiXml.write(written), List.of());
    }

    private Element write() {
        var kind = Objects.requireNonNull(AssistanceKinds.of(from.kind()), from.kind());
        var root = document.createElement("iati-activity");
        root.setAttributeNS(XMLConstants.XML_NS_URI, "xml:lang", from.language());
        root.setAttribute("last-updated-datetime", from.updated().toString());
        root.setAttribute("hierarchy", "1");
        text(root, "iati-identifier", from.identifier());
        body(root, "reporting-org", from.publisher()).setAttribute("secondary-reporter", "1");
        narrative(add(root, "title"), from.title());
        narrative(add(root, "description", "type", "1"), from.description());
        body(root, "participating-org", from.recipientBody()).setAttribute("role", "2");
        body(root, "participating-org", from.provider()).setAttribute("role", "3");
        for (var partner : from.partners()) {
            narrative(add(root, "participating-org", "role", partner.role()), partner.name());
        }
        if (!from.need().isEmpty()) need(root);
        add(root, "activity-status", "code", from.over() != null ? "4" : from.began() == null ? "1" : "2");
        date(root, "1", from.planned().getFirst());
        if (from.began() != null) date(root, "2", from.began());
        date(root, "3", from.planned().getLast());
        if (from.over() != null) date(root, "4", from.over());
        add(root, "activity-scope", "code", "4");
        recipient(root);
        vocabularies(root, kind);
        add(root, "collaboration-type", "code", from.south() ? TRIANGULAR : BILATERAL);
        add(root, "default-flow-type", "code", "10");
        add(root, "default-finance-type", "code", "110");
        add(root, "default-aid-type", "code", kind.aid());
        add(root, "default-tied-status", "code", Objects.requireNonNull(TIED.get(from.tied()), from.tied()));
        from.money().forEach(it -> transaction(root, it));
        return root;
    }

    private void need(Element root) {
        var need = add(root, "other-identifier", "ref", from.need(), "type", "A9");
        var owner = add(need, "owner-org", "ref", from.publisher().ref());
        narrative(owner, from.publisher().name());
    }

    /** A State that ISO 3166-1 does not list, as those of a practice network, is a region of a vocabulary of our own. */
    private void recipient(Element root) {
        if (COUNTRIES.contains(from.recipient())) {
            add(root, "recipient-country", "code", from.recipient(), "percentage", "100");
            return;
        }
        if (from.recipient().equals(ANY_STATE)) {
            add(root, "recipient-region", "vocabulary", "1", "code", ANY_STATE, "percentage", "100");
            return;
        }
        var region = add(
                root,
                "recipient-region",
                "vocabulary",
                OWN_VOCABULARY,
                "vocabulary-uri",
                STATES,
                "code",
                from.recipient(),
                "percentage",
                "100");
        narrative(region, from.recipientBody().name());
    }

    private void vocabularies(Element root, AssistanceKind kind) {
        add(root, "sector", "vocabulary", "1", "code", kind.purpose(), "percentage", "100");
        new TreeMap<>(from.articles())
                .forEach((article, share) -> narrative(
                        add(
                                root,
                                "sector",
                                "vocabulary",
                                OWN_VOCABULARY,
                                "vocabulary-uri",
                                ARTICLES,
                                "code",
                                article,
                                "percentage",
                                share.toString()),
                        "Article " + article));
        narrative(
                add(
                        root,
                        "tag",
                        "vocabulary",
                        OWN_VOCABULARY,
                        "vocabulary-uri",
                        KINDS,
                        "code",
                        kind.code().toUpperCase(Locale.ROOT)),
                kind.code());
    }

    private void transaction(Element root, Money money) {
        var transaction = add(root, "transaction");
        add(transaction, "transaction-type", "code", money.type());
        add(transaction, "transaction-date", "iso-date", money.day().toString());
        add(
                        transaction,
                        "value",
                        "currency",
                        money.currency(),
                        "value-date",
                        money.day().toString())
                .setTextContent(money.amount().toPlainString());
        var by = money.by();
        if (by != null) narrative(add(transaction, "provider-org", "type", by.type()), by.name());
    }

    private Element body(Element root, String name, Body body) {
        var element = add(root, name, "type", body.type());
        if (!body.ref().isEmpty()) element.setAttribute("ref", body.ref());
        narrative(element, body.name());
        return element;
    }

    private void date(Element root, String type, LocalDate day) {
        add(root, "activity-date", "type", type, "iso-date", day.toString());
    }

    private void narrative(Element of, String words) {
        text(of, "narrative", words);
    }

    private void text(Element of, String name, String words) {
        add(of, name).setTextContent(words);
    }

    private Element add(Element of, String name, String... attributes) {
        var element = document.createElement(name);
        for (int i = 0; i < attributes.length; i += 2) element.setAttribute(attributes[i], attributes[i + 1]);
        of.appendChild(element);
        return element;
    }
}
