package org.comity.capacity.iati;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * An IATI file taken apart: activities that hold, and those in quarantine with what is wrong with each, so that one bad
 * activity keeps no other back.
 *
 * @param refused why the file as a whole was not read; then there is nothing else
 */
public record IatiFile(List<IatiActivity> held, List<Quarantined> quarantine, List<IatiFault> refused) {

    public static final int LARGEST = 20 << 20;
    private static final int MOST_ACTIVITIES = 5_000;
    /** Of an identifier: it is a key of what is kept. */
    public static final int LONGEST_IDENTIFIER = 300;

    private static final String UNNAMED = "";
    private static final String TOO_LONG =
            "This identifier has more than 300 characters. Ask its publisher for a shorter one.";

    /** @param identifier as it states it; empty if it has none */
    public record Quarantined(int number, String identifier, List<IatiFault> faults) {

        public Quarantined {
            faults = List.copyOf(faults);
        }
    }

    public IatiFile {
        held = List.copyOf(held);
        quarantine = List.copyOf(quarantine);
        refused = List.copyOf(refused);
    }

    /** @param today what lies after it is in the future */
    public static IatiFile read(byte[] bytes, LocalDate today) {
        if (bytes.length > LARGEST)
            return refused("large", "The file is larger than 20 MB. Send its activities in parts.");
        var broken = IatiBounds.broken(bytes);
        if (broken.isPresent()) return new IatiFile(List.of(), List.of(), List.of(broken.get()));
        Document document;
        try {
            document = IatiXml.read(bytes);
        } catch (SAXException e) {
            return refused("xml", "The file is no XML, or has a document type. Export it again as IATI 2.03.");
        }
        var root = document.getDocumentElement();
        if (!IatiXml.ACTIVITIES.equals(root.getNodeName())) {
            return refused("xml", "The file holds no activities. Choose the file of activities, not of organisations.");
        }
        if (!IatiXml.VERSION.equals(root.getAttribute("version"))) {
            return refused(
                    "version", "The file is of another version than 2.03. Ask its publisher for an export in 2.03.");
        }
        var activities = IatiXml.children(root, "iati-activity");
        if (activities.size() > MOST_ACTIVITIES) {
            return refused("large", "The file has more than 5,000 activities. Send them in parts.");
        }
        return apart(activities, today);
    }

    private static IatiFile apart(List<Element> activities, LocalDate today) {
        var codes = new IatiCodes();
        var rules = new IatiRules();
        var seen = new HashSet<String>();
        List<IatiActivity> held = new ArrayList<>();
        List<Quarantined> quarantine = new ArrayList<>();
        for (int i = 0; i < activities.size(); i++) {
            var activity = activities.get(i);
            var alone = IatiXml.alone(activity);
            var identifier = identifier(activity);
            List<IatiFault> faults = new ArrayList<>(IatiSchema.ACTIVITIES.faults(alone));
            List<IatiFault> warnings = List.of();
            // What is not valid may be anything: only the schema speaks of it.
            if (faults.isEmpty()) {
                faults.addAll(codes.faults(alone));
                var found = rules.faults(alone, today);
                faults.addAll(found.errors());
                warnings = found.warnings();
                if (!seen.add(identifier)) {
                    faults.add(new IatiFault("twice", "iati-identifier", "This identifier stands in the file twice."));
                }
                if (identifier.length() > LONGEST_IDENTIFIER) {
                    faults.add(new IatiFault("long", "iati-identifier", TOO_LONG));
                }
            }
            if (faults.isEmpty()) held.add(new IatiActivity(identifier, IatiXml.write(activity), warnings));
            else quarantine.add(new Quarantined(i + 1, identifier, faults));
        }
        return new IatiFile(held, quarantine, List.of());
    }

    private static String identifier(Element activity) {
        var found = IatiXml.children(activity, "iati-identifier");
        return found.isEmpty() ? UNNAMED : found.getFirst().getTextContent().strip();
    }

    private static IatiFile refused(String code, String what) {
        return new IatiFile(List.of(), List.of(), List.of(new IatiFault(code, "", what)));
    }

    /** A file with these activities, each as it was written. */
    public static byte[] write(List<IatiActivity> activities, Instant generated) {
        var file = new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<%s version=\"%s\" generated-datetime=\"%s\">\n"
                        .formatted(IatiXml.ACTIVITIES, IatiXml.VERSION, generated.truncatedTo(ChronoUnit.SECONDS)));
        activities.forEach(it -> file.append(it.xml()).append('\n'));
        return file.append("</")
                .append(IatiXml.ACTIVITIES)
                .append(">\n")
                .toString()
                .getBytes(UTF_8);
    }
}
