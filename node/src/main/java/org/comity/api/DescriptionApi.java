package org.comity.api;

import org.comity.vocabulary.Official;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The description of this interface, OpenAPI 3.1. */
@RestController
class DescriptionApi {

    @GetMapping("/api/v1/openapi.json")
    ResponseEntity<Resource> description(Official by) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(new ClassPathResource("api/openapi.json"));
    }
}
