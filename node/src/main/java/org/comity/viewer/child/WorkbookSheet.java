package org.comity.viewer.child;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.comity.viewer.child.Render.Unreadable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Reads a sheet of a workbook (XLSX), row by row; formulas are shown as they were last reckoned, and nothing is reckoned.
 */
final class WorkbookSheet {

    private static final int MOST_CELLS = 60;
    private static final int MOST_SHEETS = 50;
    private static final long LARGEST_PART = 64L << 20;

    private WorkbookSheet() {}

    static void render(InputStream in, int page, int wanted, WritingFrames frames) throws IOException {
        ZipSecureFile.setMaxEntrySize(LARGEST_PART);
        ZipSecureFile.setMaxFileCount(1_000);
        try (var book = OPCPackage.open(in)) {
            var reader = new XSSFReader(book);
            var strings = new ReadOnlySharedStringsTable(book);
            var names = new ArrayList<String>();
            var sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
            while (sheets.hasNext() && names.size() < MOST_SHEETS) {
                try (var sheet = sheets.next()) {
                    names.add(sheets.getSheetName());
                    if (names.size() - 1 == wanted) {
                        rows(sheet, new Rows(frames, page), reader, strings);
                    }
                }
            }
            frames.sheets(names);
        } catch (OpenXML4JException | SAXException e) {
            throw new Unreadable("unreadable");
        }
    }

    private static void rows(InputStream sheet, Rows rows, XSSFReader reader, ReadOnlySharedStringsTable strings)
            throws IOException, SAXException, OpenXML4JException {
        try {
            var xml = XMLHelper.newXMLReader();
            xml.setContentHandler(new XSSFSheetXMLHandler(reader.getStylesTable(), strings, rows, false));
            xml.parse(new InputSource(sheet));
        } catch (Enough e) {
            // The page is full.
        } catch (javax.xml.parsers.ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Enough extends RuntimeException {
        Enough() {
            super(null, null, false, false);
        }
    }

    private static final class Rows implements XSSFSheetXMLHandler.SheetContentsHandler {

        private final WritingFrames frames;
        private final int first;
        private final List<String> cells = new ArrayList<>();

        Rows(WritingFrames frames, int page) {
            this.frames = frames;
            this.first = Math.multiplyExact(page, Render.ROWS);
        }

        @Override
        public void startRow(int row) {
            cells.clear();
            if (row >= first + Render.ROWS) {
                note("more");
                throw new Enough();
            }
        }

        @Override
        public void endRow(int row) {
            if (row < first) return;
            try {
                frames.row(cells);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public void cell(String reference, String value, XSSFComment comment) {
            int column = reference == null ? cells.size() : new CellReference(reference).getCol();
            if (column >= MOST_CELLS) return;
            while (cells.size() <= column) cells.add("");
            cells.set(column, value == null ? "" : value);
        }

        private void note(String code) {
            try {
                frames.note(code);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
