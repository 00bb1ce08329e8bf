// What a user of NEPI 3 knows by name: the public names of nepi.execution, class by class, in the order of its source.
// The functions of a module stand with the class that they are about. Left out is what has no meaning here: files and
// folders (load, save, persist, run_dir, ...), threads, plots, a run's identifier, tasks looked up by number.
const lists = {
  ExperimentController: `failure_level exp_id nthreads abort inform_failure wait_finished wait_started wait_released
    wait_deployed wait get_resource get_resources_by_type remove_resource resources filter_resources register_resource
    get_attributes get_attribute register_connection register_condition enable_trace trace_enabled trace get_traces
    discover provision get set get_global set_global state stop start get_start_time get_stop_time get_discover_time
    get_provision_time get_ready_time get_release_time get_failed_time set_with_conditions deploy release shutdown
    schedule`,
  ResourceManager: `clsinit clsinit_copy failtrap _rtype _help _platform _register_attribute _remove_attribute
    _register_trace _remove_trace _register_attributes _register_traces get_rtype get_attributes get_attribute get_traces
    get_help get_platform guid ec connections conditions start_time stop_time discover_time provision_time ready_time
    release_time failed_time state reschedule_delay log_message register_connection unregister_connection discover
    provision start stop deploy release fail set get has_changed has_flag has_attribute enable_trace trace_enabled trace
    register_condition unregister_condition get_connected is_rm_instance set_with_conditions start_with_conditions
    stop_with_conditions deploy_with_conditions do_connect do_disconnect valid_connection do_discover do_provision
    do_start do_stop do_deploy do_release do_fail set_started set_stopped set_ready set_released set_failed
    set_discovered set_provisioned`,
  ResourceFactory: 'resource_types get_resource_type register_type create populate_factory find_types',
  Attribute: 'name default type help flags allowed range set_hook',
};

export const nepiNames = Object.entries(lists).flatMap(([owner, names]) =>
  names.split(/\s+/).map((name) => ({ owner, name })),
);

/** What a method of NEPI is called here. */
export function ourName(name) {
  return name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
}
