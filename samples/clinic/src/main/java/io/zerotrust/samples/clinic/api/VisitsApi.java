// In the shape of openapi-generator (spring, requestMappingMode=api_interface). Not to be edited.
package io.zerotrust.samples.clinic.api;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.Generated;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;

@Generated("org.openapitools.codegen.languages.SpringCodegen")
@Validated
@Tag(name = "visits")
@RequestMapping("${openapi.clinic.base-path:/api}")
public interface VisitsApi {

	String PATH_VISITS = "/owners/{ownerId}/visits";

	@Operation(operationId = "listVisits")
	@GetMapping(value = VisitsApi.PATH_VISITS, produces = MediaType.APPLICATION_JSON_VALUE)
	default ResponseEntity<List<VisitDto>> listVisits(@PathVariable("ownerId") Integer ownerId) {
		return new ResponseEntity<>(HttpStatus.NOT_IMPLEMENTED);
	}

	@Operation(operationId = "addVisit")
	@PostMapping(value = VisitsApi.PATH_VISITS, produces = MediaType.APPLICATION_JSON_VALUE,
			consumes = MediaType.APPLICATION_JSON_VALUE)
	default ResponseEntity<VisitDto> addVisit(@PathVariable("ownerId") Integer ownerId,
			@Valid @RequestBody VisitDto visit) {
		return new ResponseEntity<>(HttpStatus.NOT_IMPLEMENTED);
	}

}
