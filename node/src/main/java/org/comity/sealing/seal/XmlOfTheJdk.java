package org.comity.sealing.seal;

import eu.europa.esig.dss.xml.common.DocumentBuilderFactoryBuilder;
import eu.europa.esig.dss.xml.common.TransformerFactoryBuilder;
import eu.europa.esig.dss.xml.common.XmlDefinerUtils;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;

/**
 * Lets DSS use the JDK's own XML. Left alone it searches all jars for another one, each time it writes a manifest, which
 * takes ten times as long as the signature.
 */
final class XmlOfTheJdk {

    private XmlOfTheJdk() {}

    static void use() {
        XmlDefinerUtils.getInstance().setTransformerFactoryBuilder(new Transformers());
        XmlDefinerUtils.getInstance().setDocumentBuilderFactoryBuilder(new Documents());
    }

    /** The limits that DSS sets on a factory stay as they are. */
    private static final class Transformers extends TransformerFactoryBuilder {
        @Override
        protected TransformerFactory instantiateFactory() {
            return TransformerFactory.newDefaultInstance();
        }
    }

    private static final class Documents extends DocumentBuilderFactoryBuilder {
        @Override
        protected DocumentBuilderFactory instantiateFactory() {
            return DocumentBuilderFactory.newDefaultInstance();
        }
    }
}
