// TEAM, 12:52: the form is being written in client/incidents/form/** (`IncidentForm`); this page, list, detail,
// history, merge and the overlay on the map are for the owner of the incidents. Remove this note.
export default function IncidentsPage() {
  return null;
}
