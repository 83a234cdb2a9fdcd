package org.comity.site;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** The open data of the public site: each shelf as a table and as JSON, and the catalogue of them. */
@Controller
@RequestMapping(PublicDataController.PATH)
class PublicDataController {

    static final String PATH = "/public/data";

    private static final String SHELF = "/{shelf:[a-z][a-z-]{1,30}}";

    private final PublicShelves shelves;
    private final PublicData data;
    private final DataCatalogue catalogue;

    PublicDataController(PublicShelves shelves, PublicData data, DataCatalogue catalogue) {
        this.shelves = shelves;
        this.data = data;
        this.catalogue = catalogue;
    }

    @GetMapping("/catalogue.jsonld")
    ResponseEntity<byte[]> catalogue() {
        return given("application/ld+json", catalogue.write());
    }

    @GetMapping(SHELF + ".csv")
    ResponseEntity<byte[]> csv(@PathVariable String shelf) {
        return given("text/csv;charset=UTF-8", data.csv(known(shelf)));
    }

    @GetMapping(SHELF + ".table.csv")
    ResponseEntity<byte[]> tables(@PathVariable String shelf) {
        return given("text/csv;charset=UTF-8", data.tables(known(shelf)));
    }

    @GetMapping(SHELF + ".json")
    ResponseEntity<byte[]> json(@PathVariable String shelf) {
        return given("application/json", data.json(known(shelf)));
    }

    private PublicShelf known(String name) {
        return shelves.shelf(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ResponseEntity<byte[]> given(String type, byte[] content) {
        return ResponseEntity.ok().header("Content-Type", type).body(content);
    }
}
