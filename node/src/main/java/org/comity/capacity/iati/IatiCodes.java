package org.comity.capacity.iati;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The code lists of IATI: is every code in its list, and was it still in use on the activity's day? */
final class IatiCodes {

    private static final String FOLDER = "/capacity/iati/codelists/";
    private static final LocalDate NEVER = LocalDate.MAX;

    /** Compiled expressions serve one thread; the lists are the same for all. */
    private final XPath xpath = XPathFactory.newInstance().newXPath();

    private final List<CodeUse> uses = new ArrayList<>();
    private final Map<String, CodeList> lists = new HashMap<>();
    private final XPathExpression starts;

    private record CodeUse(String path, String list, XPathExpression found) {}

    /** Withdrawn codes with the day since when. Only a complete list can say that a code does not exist. */
    private record CodeList(boolean complete, Map<String, LocalDate> until) {}

    IatiCodes() {
        try {
            var root = read("mapping").getDocumentElement();
            for (var mapping : IatiXml.children(root, "mapping")) {
                var path = text(mapping, "path");
                var list = IatiXml.children(mapping, "codelist").getFirst().getAttribute("ref");
                if (!held(list)) continue;
                lists.computeIfAbsent(list, IatiCodes::list);
                uses.add(new CodeUse(path, list, xpath.compile(expression(path, mapping))));
            }
            starts = xpath.compile("//activity-date[@type='2' or @type='1']/@iso-date");
        } catch (XPathExpressionException e) {
            throw new IllegalStateException(e);
        }
    }

    List<IatiFault> faults(Document activity) {
        List<IatiFault> faults = new ArrayList<>();
        try {
            var day = IatiXml.day(starts.evaluate(activity)).orElse(null);
            for (var use : uses) {
                var list = Objects.requireNonNull(lists.get(use.list()));
                var found = (NodeList) use.found().evaluate(activity, XPathConstants.NODESET);
                for (int i = 0; i < found.getLength(); i++) {
                    var code = found.item(i).getNodeValue();
                    var until = list.until().get(code);
                    if (until == null && list.complete()) {
                        faults.add(new IatiFault("code", use.path(), "%s is not in %s".formatted(code, use.list())));
                    } else if (until != null && day != null && !until.isAfter(day)) {
                        faults.add(
                                new IatiFault("code", use.path(), "%s was taken off %s".formatted(code, use.list())));
                    }
                }
            }
        } catch (XPathExpressionException e) {
            throw new IllegalStateException(e);
        }
        return List.copyOf(faults);
    }

    /** Those of a list that are still in use. */
    static Set<String> codes(String list) {
        return list(list).until().entrySet().stream()
                .filter(it -> it.getValue().equals(NEVER))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A condition is asked of the element that bears the code. */
    private static String expression(String path, Element mapping) {
        var conditions = IatiXml.children(mapping, "condition");
        if (conditions.isEmpty()) return path;
        int cut = path.lastIndexOf('/');
        return "%s[%s]%s"
                .formatted(path.substring(0, cut), conditions.getFirst().getTextContent(), path.substring(cut));
    }

    private static CodeList list(String name) {
        var root = read(name).getDocumentElement();
        Map<String, LocalDate> until = new HashMap<>();
        for (var items : IatiXml.children(root, "codelist-items")) {
            for (var item : IatiXml.children(items, "codelist-item")) {
                var withdrawn = item.getAttribute("withdrawal-date");
                until.put(text(item, "code"), until(item, withdrawn));
            }
        }
        return new CodeList("1".equals(root.getAttribute("complete")), until);
    }

    /** Some are withdrawn without a day: then since ever. */
    private static LocalDate until(Element item, String withdrawn) {
        if (!withdrawn.isEmpty()) return LocalDate.parse(withdrawn.substring(0, 10));
        return "withdrawn".equals(item.getAttribute("status")) ? LocalDate.MIN : NEVER;
    }

    private static String text(Element of, String name) {
        return IatiXml.children(of, name).getFirst().getTextContent().strip();
    }

    private static boolean held(String list) {
        return IatiCodes.class.getResource(FOLDER + list + ".xml") != null;
    }

    private static Document read(String name) {
        try (InputStream file =
                Objects.requireNonNull(IatiCodes.class.getResourceAsStream(FOLDER + name + ".xml"), name)) {
            return IatiXml.read(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
