// In the shape of openapi-generator (spring, requestMappingMode=api_interface). Not to be edited.
package io.zerotrust.samples.clinic.api;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.Generated;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

@Generated("org.openapitools.codegen.languages.SpringCodegen")
@Validated
@Tag(name = "owners")
@RequestMapping("${openapi.clinic.base-path:/api}")
public interface OwnersApi {

	String PATH_LIST_OWNERS = "/owners";

	String PATH_ADD_OWNER = "/owners";

	String PATH_GET_OWNER = "/owners/{ownerId}";

	String PATH_UPDATE_OWNER = "/owners/{ownerId}";

	String PATH_DELETE_OWNER = "/owners/{ownerId}";

	String PATH_GET_OWNER_HISTORY = "/owners/{ownerId}/history";

	@Operation(operationId = "listOwners")
	@RequestMapping(method = RequestMethod.GET, value = OwnersApi.PATH_LIST_OWNERS,
			produces = MediaType.APPLICATION_JSON_VALUE)
	default ResponseEntity<List<OwnerDto>> listOwners(
			@RequestParam(value = "lastName", required = false) @Nullable String lastName) {
		return new ResponseEntity<>(HttpStatus.NOT_IMPLEMENTED);
	}

	@Operation(operationId = "addOwner")
	@RequestMapping(method = RequestMethod.POST, value = OwnersApi.PATH_ADD_OWNER,
			produces = MediaType.APPLICATION_JSON_VALUE, consumes = MediaType.APPLICATION_JSON_VALUE)
	default ResponseEntity<OwnerDto> addOwner(@Valid @RequestBody OwnerDto owner) {
		return new ResponseEntity<>(HttpStatus.NOT_IMPLEMENTED);
	}

	@Operation(operationId = "getOwner")
	@RequestMapping(method = RequestMethod.GET, value = OwnersApi.PATH_GET_OWNER,
			produces = MediaType.APPLICATION_JSON_VALUE)
	default ResponseEntity<OwnerDto> getOwner(@PathVariable("ownerId") Integer ownerId) {
		return new ResponseEntity<>(HttpStatus.NOT_IMPLEMENTED);
	}

	@Operation(operationId = "updateOwner")
	@RequestMapping(method = RequestMethod.PUT, value = OwnersApi.PATH_UPDATE_OWNER,
			produces = MediaType.APPLICATION_JSON_VALUE, consumes = MediaType.APPLICATION_JSON_VALUE)
	default ResponseEntity<OwnerDto> updateOwner(@PathVariable("ownerId") Integer ownerId,
			@Valid @RequestBody OwnerDto owner) {
		return new ResponseEntity<>(HttpStatus.NOT_IMPLEMENTED);
	}

	@Operation(operationId = "deleteOwner")
	@RequestMapping(method = RequestMethod.DELETE, value = OwnersApi.PATH_DELETE_OWNER)
	default ResponseEntity<Void> deleteOwner(@PathVariable("ownerId") Integer ownerId) {
		return new ResponseEntity<>(HttpStatus.NOT_IMPLEMENTED);
	}

	@Operation(operationId = "getOwnerHistory")
	@RequestMapping(method = RequestMethod.GET, value = OwnersApi.PATH_GET_OWNER_HISTORY,
			produces = MediaType.APPLICATION_JSON_VALUE)
	default ResponseEntity<List<String>> getOwnerHistory(@PathVariable("ownerId") Integer ownerId) {
		return new ResponseEntity<>(HttpStatus.NOT_IMPLEMENTED);
	}

}
