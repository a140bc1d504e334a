package dev.retort.jpa;

import dev.retort.error.Advice;
import dev.retort.error.EntityModelException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A unit of a {@code META-INF/persistence.xml}. It is read here because Hibernate's own reader moved between its generations.
 *
 * @param name the name
 * @param classes the classes that it lists
 * @param mappingFiles the mapping files that it lists
 * @param roots the directories and jars whose entities belong to it without being listed
 * @param properties its properties
 */
record PersistenceUnit(
        String name,
        List<String> classes,
        List<String> mappingFiles,
        List<Path> roots,
        Map<String, String> properties) {

    private static final String FILE = "META-INF/persistence.xml";

    /**
     * The unit with a name.
     *
     * @throws EntityModelException when there is no such unit or its file cannot be read
     */
    static PersistenceUnit named(String name, ClassLoader loader) {
        TreeSet<String> others = new TreeSet<>();
        for (URL file : files(loader)) {
            for (Element unit : elements(parsed(file), "persistence-unit")) {
                if (unit.getAttribute("name").equals(name)) {
                    return read(unit, file);
                }
                others.add(unit.getAttribute("name"));
            }
        }
        throw new EntityModelException(
                "There is no persistence unit '" + name + "' in a " + FILE + " on the class path.",
                others.isEmpty() ? "There is none at all." : "Known units: " + String.join(", ", others) + ".",
                null);
    }

    private static List<URL> files(ClassLoader loader) {
        try {
            return Collections.list(loader.getResources(FILE));
        } catch (IOException e) {
            throw new EntityModelException("The class path cannot be searched for " + FILE + ".", Advice.NONE, e);
        }
    }

    private static Element parsed(URL file) {
        try (InputStream in = file.openStream()) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(in).getDocumentElement();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new EntityModelException(file + " cannot be read: " + e.getMessage(), Advice.NONE, e);
        }
    }

    private static PersistenceUnit read(Element unit, URL file) {
        Map<String, String> properties = new LinkedHashMap<>();
        elements(unit, "property")
                .forEach(property -> properties.put(property.getAttribute("name"), property.getAttribute("value")));
        Path root = root(file);
        List<Path> roots = new ArrayList<>();
        boolean listedOnly = elements(unit, "exclude-unlisted-classes").stream()
                .anyMatch(element -> !element.getTextContent().strip().equals("false"));
        if (!listedOnly) {
            roots.add(root);
        }
        texts(unit, "jar-file").forEach(jar -> roots.add(root.resolveSibling(jar)));
        return new PersistenceUnit(
                unit.getAttribute("name"), texts(unit, "class"), texts(unit, "mapping-file"), roots, properties);
    }

    /** The directory or jar that a {@code persistence.xml} is in. */
    private static Path root(URL file) {
        try {
            String text = file.toExternalForm();
            String place = text.substring(0, text.length() - FILE.length());
            String jar = place.startsWith("jar:") ? place.substring("jar:".length(), place.lastIndexOf("!/")) : place;
            return Path.of(new URI(jar));
        } catch (URISyntaxException e) {
            throw new EntityModelException("The place of " + file + " cannot be made out.", Advice.NONE, e);
        }
    }

    private static List<String> texts(Element unit, String tag) {
        return elements(unit, tag).stream()
                .map(element -> element.getTextContent().strip())
                .toList();
    }

    private static List<Element> elements(Element parent, String tag) {
        NodeList nodes = parent.getElementsByTagNameNS("*", tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
