package org.comity.capacity.iati;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.comity.vocabulary.CutText;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The official schemas of IATI 2.03, which come with the program; nothing is fetched. */
enum IatiSchema {
    ACTIVITIES("iati-activities-schema.xsd"),
    ORGANISATIONS("iati-organisations-schema.xsd");

    private static final int MOST_FAULTS = 20;
    private static final String FOLDER = "/capacity/iati/";
    private static final String HERE = "classpath:" + FOLDER;

    private final Schema schema;

    IatiSchema(String file) {
        try {
            var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "classpath");
            factory.setResourceResolver((type, namespace, publicId, systemId, base) -> new HeldInput(systemId));
            schema = factory.newSchema(new StreamSource(open(file), HERE + file));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty if it is valid; at most twenty are told. */
    List<IatiFault> faults(Document document) {
        List<IatiFault> faults = new ArrayList<>();
        var validator = schema.newValidator();
        validator.setErrorHandler(new ErrorHandler() {
            @Override
            public void warning(SAXParseException e) {}

            @Override
            public void error(SAXParseException e) {
                if (faults.size() < MOST_FAULTS) faults.add(fault(e));
            }

            @Override
            public void fatalError(SAXParseException e) {
                error(e);
            }
        });
        try {
            validator.validate(new DOMSource(document));
        } catch (SAXException | IOException e) {
            faults.add(new IatiFault("schema", "", String.valueOf(e.getMessage())));
        }
        return List.copyOf(faults);
    }

    /** Its message begins with the rule of XML Schema that was broken. */
    private static IatiFault fault(SAXParseException e) {
        var message = String.valueOf(e.getMessage());
        int colon = message.indexOf(':');
        return new IatiFault("schema", colon < 0 ? "" : message.substring(0, colon), CutText.to(message, 300));
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(IatiSchema.class.getResourceAsStream(FOLDER + file), file);
    }

    /** A part of the schemas that stands beside them; no other is ever asked for outside. */
    private record HeldInput(String asked) implements LSInput {

        private static final List<String> HELD = List.of("iati-common.xsd", "xml.xsd");

        private String name() {
            var name = asked.substring(asked.lastIndexOf('/') + 1);
            if (!HELD.contains(name)) throw new IllegalStateException("The schema asks for " + name);
            return name;
        }

        @Override
        public InputStream getByteStream() {
            return open(name());
        }

        @Override
        public String getSystemId() {
            return HERE + name();
        }

        @Override
        public @Nullable Reader getCharacterStream() {
            return null;
        }

        @Override
        public @Nullable String getStringData() {
            return null;
        }

        @Override
        public @Nullable String getPublicId() {
            return null;
        }

        @Override
        public @Nullable String getBaseURI() {
            return null;
        }

        @Override
        public @Nullable String getEncoding() {
            return null;
        }

        @Override
        public boolean getCertifiedText() {
            return false;
        }

        @Override
        public void setCharacterStream(Reader reader) {}

        @Override
        public void setByteStream(InputStream stream) {}

        @Override
        public void setStringData(String data) {}

        @Override
        public void setSystemId(String id) {}

        @Override
        public void setPublicId(String id) {}

        @Override
        public void setBaseURI(String uri) {}

        @Override
        public void setEncoding(String encoding) {}

        @Override
        public void setCertifiedText(boolean certified) {}
    }
}
